namespace ProfileSchema.Emulator;

/// <summary>A batch file whose header was read; its rows are bytes until the batch is applied.</summary>
internal sealed record BatchFile(BatchHeader Header, ReadOnlyMemory<byte> Rows, int RowCount)
{
    /// <summary>Reads header and size. Returns why the batch is refused, or null.</summary>
    public static Refusal? Read(ReadOnlyMemory<byte> body, ViolationLog violations, out BatchFile? file)
    {
        file = null;
        int lineFeed = body.Span.IndexOf((byte)'\n');
        ReadOnlyMemory<byte> line = lineFeed < 0 ? body : body[..lineFeed];
        ReadOnlyMemory<byte> rows = lineFeed < 0 ? default : body[(lineFeed + 1)..];
        if (BatchHeader.Read(LineEnd.Trim(line.Span, violations), violations, out BatchHeader? header) is { } refusal)
        {
            return refusal;
        }

        int count = CountRows(rows.Span, violations);
        if (count == 0)
        {
            return new Refusal("BATCH-2", "The batch has no row.");
        }

        if (count > ServiceLimits.BatchRows)
        {
            return new Refusal("BATCH-5", "The batch has more than 500,000 rows.");
        }

        file = new BatchFile(header!, rows, count);
        return null;
    }

    private static int CountRows(ReadOnlySpan<byte> rows, ViolationLog violations)
    {
        int count = rows.Count((byte)'\n');
        if (rows.IsEmpty || rows[^1] == '\n')
        {
            return count;
        }

        violations.Report("BATCH-3", "The last row does not end with LF.");
        return count + 1;
    }
}
