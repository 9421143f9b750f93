using ProfileSchema.Emulator.Calls;
using ProfileSchema.Emulator.Decoding;

namespace ProfileSchema.Emulator.Batches;

/// <summary>A batch file whose header was read; its rows are bytes until the batch is applied.</summary>
internal sealed record BatchContent(HeaderLine Header, ReadOnlyMemory<byte> Rows, int RowCount)
{
    /// <summary>Reads header and size. Returns why the batch is refused, or null.</summary>
    public static Refusal? Read(ReadOnlyMemory<byte> body, ViolationLog violations, out BatchContent? file)
    {
        file = null;
        ReadOnlySpan<byte> rest = body.Span;
        Separated.TakeLine(ref rest, violations, row: null, out ReadOnlySpan<byte> line);
        ReadOnlyMemory<byte> rows = body[^rest.Length..];
        if (HeaderLine.Read(line, violations, out HeaderLine? header) is { } refusal)
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

        file = new BatchContent(header!, rows, count);
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

/// <summary>The first line of a batch file: <c>batch=</c>, the kind of key, the names of the columns.</summary>
internal sealed record HeaderLine(TargetIdKind Key, IReadOnlyList<string> Names)
{
    /// <summary>Reads the line without its end. Returns why the batch is refused, or null.</summary>
    public static Refusal? Read(ReadOnlySpan<byte> line, ViolationLog violations, out HeaderLine? header)
    {
        header = null;

        // BATCH-1: nothing goes before it, no BOM either.
        if (!line.StartsWith("batch="u8))
        {
            return new Refusal("BATCH-1", "The file doesn't begin with batch=.");
        }

        ReadOnlySpan<byte> rest = line["batch="u8.Length..];
        bool more = Separated.Take(ref rest, (byte)',', out ReadOnlySpan<byte> first);
        TargetIdKind? key =
            first.SequenceEqual("pcId"u8) ? TargetIdKind.PcId
            : first.SequenceEqual("thirdPartyId"u8) ? TargetIdKind.ThirdPartyId
            : null;
        if (key is null)
        {
            return new Refusal("BATCH-1", "The first column is neither pcId nor thirdPartyId.");
        }

        var names = new List<string>();
        while (more)
        {
            more = Separated.Take(ref rest, (byte)',', out ReadOnlySpan<byte> encoded);
            if (ReadName(encoded, names, violations) is { } refusal)
            {
                return refusal;
            }
        }

        if (names.Count == 0)
        {
            violations.Report("BATCH-1", "The header has no parameter names, so no row can set a value.");
        }

        header = new HeaderLine(key.Value, names);
        return null;
    }

    private static Refusal? ReadName(ReadOnlySpan<byte> encoded, List<string> names, ViolationLog violations)
    {
        DecodedText name = PercentDecoder.Decode(encoded, PlusReading.Space);
        name.Flaws.Report(violations);
        if (name.Text is null)
        {
            return name.Flaws.ToRefusal();
        }

        if (names.Contains(name.Text, StringComparer.Ordinal))
        {
            violations.Report("BATCH-1", "The header contains a parameter name twice; the last value of a row counts.");
        }

        names.Add(name.Text);
        return ParameterNameRules.Check(name.Text, violations);
    }
}
