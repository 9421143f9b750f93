namespace ProfileSchema.Emulator;

/// <summary>Lines end with LF alone (BATCH-3); a CR before it is read as part of the line's end, and reported.</summary>
internal static class LineEnd
{
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> line, ViolationLog violations, int? row = null)
    {
        if (line.IsEmpty || line[^1] != '\r')
        {
            return line;
        }

        violations.Report("BATCH-3", "A line ends with CR LF.", row);
        return line[..^1];
    }
}
