namespace ProfileSchema.Emulator;

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
}
