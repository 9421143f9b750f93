using ProfileSchema.Emulator.Decoding;

namespace ProfileSchema.Emulator.Batches;

/// <summary>The rows of a batch as the older form of a status tells them (STATUS-2). Guarded by the account's lock.</summary>
internal sealed class OlderStatus
{
    public const string Success = "success";
    public const string Failed = "failed";
    public const string Error = "error";
    private const string Pending = "pending";

    private readonly List<RowStatus> _rows;

    public OlderStatus(BatchContent file)
    {
        _rows = new List<RowStatus>(file.RowCount);
        ReadOnlySpan<byte> rest = file.Rows.Span;
        while (!rest.IsEmpty)
        {
            Separated.Take(ref rest, (byte)'\n', out ReadOnlySpan<byte> line);
            Separated.Take(ref line, (byte)',', out ReadOnlySpan<byte> key);
            _rows.Add(new RowStatus(PercentDecoder.Decode(key, PlusReading.Space).Text ?? "", Pending));
        }
    }

    /// <summary>Sets the status of a row, 1 being the first below the header.</summary>
    public void Set(int row, string status) => _rows[row - 1] = _rows[row - 1] with { Status = status };

    public IReadOnlyList<RowStatus> ToList() => _rows.ToArray();
}

/// <summary>A row in the older form of a status.</summary>
internal sealed record RowStatus(string Id, string Status);
