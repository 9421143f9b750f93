using ProfileSchema.Emulator.Calls;

namespace ProfileSchema.Emulator.Decoding;

/// <summary>Cuts bytes at a separator. There is no quoting (BATCH-2).</summary>
internal static class Separated
{
    /// <summary>Takes the piece before the next separator; returns whether another piece follows, be it empty.</summary>
    public static bool Take(ref ReadOnlySpan<byte> rest, byte separator, out ReadOnlySpan<byte> piece)
    {
        int at = rest.IndexOf(separator);
        if (at < 0)
        {
            piece = rest;
            rest = [];
            return false;
        }

        piece = rest[..at];
        rest = rest[(at + 1)..];
        return true;
    }

    /// <summary>Takes the next line. It ends with LF alone (BATCH-3); a CR before it is dropped and reported.</summary>
    public static void TakeLine(
        ref ReadOnlySpan<byte> rest,
        ViolationLog violations,
        int? row,
        out ReadOnlySpan<byte> line
    )
    {
        Take(ref rest, (byte)'\n', out line);
        if (!line.IsEmpty && line[^1] == '\r')
        {
            violations.Report("BATCH-3", "A line ends with CR LF.", row);
            line = line[..^1];
        }
    }
}
