using System.Runtime.CompilerServices;

namespace ProfileSchema.Tool.Rows;

/// <summary>The rows of a batch file as they were meant, to be written again as they should be.</summary>
internal sealed class BatchRowFile : RowFile
{
    private readonly ProfileBatchReader _reader;

    private readonly UnencodedCells _unencoded;

    private BatchRowFile(Stream file, ProfileBatchReader reader, UnencodedCells unencoded, ProfileRowContract contract)
        : base(file, new RowRejections())
    {
        _reader = reader;
        _unencoded = unencoded;
        Contract = contract;
    }

    public override ProfileRowContract Contract { get; }

    public override long ReencodedFields => _unencoded.Count;

    public static async Task<BatchRowFile> CreateAsync(
        string path,
        Stream file,
        RowOptions options,
        CancellationToken cancellationToken
    )
    {
        var unencoded = new UnencodedCells();
        var reader = new ProfileBatchReader(file, unencoded.Add);
        BatchHeader? header = await reader.ReadHeaderAsync(cancellationToken);
        if (header?.KeyKind is not { } keyKind)
        {
            throw new ToolException(
                ExitCode.DataErrors,
                $"{path}, line 1: the header names neither thirdPartyId nor pcId first (BATCH-1). 'check' says more."
            );
        }

        RequireKey(path, options.Key, keyKind);
        if (options.Columns is not null)
        {
            throw new ToolException(
                ExitCode.Usage,
                $"{path} is a batch file, all of whose columns are taken. Leave --columns off."
            );
        }

        if (header.Names.Contains(null))
        {
            throw new ToolException(
                ExitCode.DataErrors,
                $"{path}, line 1: a name has no meaning, its encoding is broken (URL-1). 'check' says where."
            );
        }

        var contract = ProfileRowContract.Create(path, keyKind, header.Names!, options.MaxLength);
        return new BatchRowFile(file, reader, unencoded, contract);
    }

    public override async IAsyncEnumerable<ProfileRow> ReadAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var cells = new string[Contract.Parameters.Count + 1];
        while (await _reader.ReadAsync(cancellationToken))
        {
            if (TryRead(_reader.Row, cells))
            {
                yield return new ProfileRow(Line, cells);
            }
        }
    }

    private bool TryRead(BatchRow row, string[] cells)
    {
        Line = row.Line;
        if (row.IsTruncated)
        {
            return Reject(nameof(RejectionReason.ProfileTooLarge), "the row has more than 64,000 bytes (VALUE-6).");
        }

        if (row.FieldCount > cells.Length)
        {
            return Reject("TooManyCells", "the row has more cells than the header has columns (BATCH-2).");
        }

        for (int i = 0; i < cells.Length; i++)
        {
            if (i >= row.FieldCount)
            {
                cells[i] = "";
            }
            else if (row.TryGetText(i, out string? text))
            {
                cells[i] = text;
            }
            else
            {
                return Reject("BrokenEncoding", "a cell has no meaning, its escapes or its UTF-8 are broken (URL-1).");
            }
        }

        return true;
    }

    private bool Reject(string reason, string message)
    {
        Rejections.AddUnreadable(Line, reason, message);
        return false;
    }

    private static void RequireKey(string path, string? key, ProfileKeyKind keyKind)
    {
        string name = KeyKinds.NameOf(keyKind);
        if (key is not null && key != name)
        {
            throw new ToolException(
                ExitCode.Usage,
                $"{path} is a batch file keyed by {name}, which --key does not name. Leave --key off."
            );
        }
    }

    private sealed class UnencodedCells
    {
        public long Count { get; private set; }

        public void Add(BatchFinding finding) =>
            Count += finding is { Rule: "URL-2", Severity: BatchFindingSeverity.Error } ? 1 : 0;
    }
}
