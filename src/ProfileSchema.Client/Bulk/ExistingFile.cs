using System.Buffers;
using System.Runtime.CompilerServices;
using ProfileSchema.Client.Duplicates;

namespace ProfileSchema.Client.Bulk;

/// <summary>An existing batch file as the only file of a run. It is read just enough to know that it is one.</summary>
internal sealed class ExistingFile : IFileSource
{
    /// <summary>All that is looked at of the first line: longer than any header's first name that counts.</summary>
    private const int HeadBytes = 64;

    private static readonly byte[] Start = [.. "batch="u8];

    private readonly SegmentedBuffer _content = new(SegmentPool.Shared);
    private readonly KeyLedger _ledger = new(Poly1305.NewKey());
    private int _rows;

    private ExistingFile() { }

    public SourceCounts Counts => new(_rows, Duplicates: _ledger.Repeats);

    public long? Total => _rows;

    /// <summary>The first name of the header, which says what the rows are keyed by.</summary>
    public ProfileKeyKind KeyKind { get; private set; }

    /// <exception cref="InvalidDataException">It is no batch file, or beyond the limits of one.</exception>
    public static async Task<ExistingFile> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var file = new ExistingFile();
        try
        {
            await file.FillAsync(stream, cancellationToken).ConfigureAwait(false);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public async IAsyncEnumerable<BatchFile> ReadFilesAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await Task.CompletedTask.ConfigureAwait(false);
        yield return new BatchFile(_content, _rows, firstPosition: 0, endPosition: _rows);
    }

    public bool AddKeys(BatchFile file) => _ledger.Enter(file.Content);

    public void Dispose() => _content.Dispose();

    private async Task FillAsync(Stream stream, CancellationToken cancellationToken)
    {
        long lines = 0;
        byte last = 0;
        while (true)
        {
            Memory<byte> free = _content.GetMemory();
            int read = await stream.ReadAsync(free, cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                break;
            }

            ReadOnlySpan<byte> part = free.Span[..read];
            lines += part.Count((byte)'\n');
            last = part[^1];
            _content.Advance(read);
            Require(
                _content.Length < ProfileLimits.BatchBytes,
                "has 50,000,000 bytes or more (BATCH-4). Split it first"
            );
        }

        ReadOnlySequence<byte> content = _content.AsSequence();
        KeyKind = RequireHeader(content.Slice(0, Math.Min(HeadBytes, content.Length)).ToArray());
        lines += last == '\n' ? 0 : 1;
        Require(lines > 1, "has no row");
        Require(lines - 1 <= ProfileLimits.BatchRows, "has more than 500,000 rows (BATCH-5). Split it first");
        _rows = (int)(lines - 1);
    }

    // BATCH-1
    private static ProfileKeyKind RequireHeader(ReadOnlySpan<byte> head)
    {
        Require(head.StartsWith(Start), "does not begin with batch= (BATCH-1)");
        ReadOnlySpan<byte> header = head[Start.Length..];
        int end = header.IndexOfAny((byte)'\n', (byte)',');
        ReadOnlySpan<byte> key = end < 0 ? header : header[..end];
        bool isPcId = key.SequenceEqual("pcId"u8);
        Require(
            isPcId || key.SequenceEqual("thirdPartyId"u8),
            "has a header whose first name is neither pcId nor thirdPartyId (BATCH-1)"
        );
        return isPcId ? ProfileKeyKind.PcId : ProfileKeyKind.ThirdPartyId;
    }

    private static void Require(bool isTrue, string fault)
    {
        if (!isTrue)
        {
            throw new InvalidDataException($"The batch file {fault}.");
        }
    }
}
