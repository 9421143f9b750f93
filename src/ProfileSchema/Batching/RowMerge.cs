namespace ProfileSchema;

/// <summary>Joins two rows of one key: parameter by parameter, what the later one says goes before (BATCH-7, VALUE-4).</summary>
internal static class RowMerge
{
    /// <summary>Writes the joined row. Both rows end with a line end and have their trailing empty cells left off.</summary>
    /// <param name="destination">Room for as many bytes as both rows have together.</param>
    /// <returns>The length of the joined row, its line end included.</returns>
    public static int Merge(ReadOnlySpan<byte> earlier, ReadOnlySpan<byte> later, int keyLength, Span<byte> destination)
    {
        earlier[..keyLength].CopyTo(destination);
        int written = keyLength;
        ReadOnlySpan<byte> earlierCells = earlier[keyLength..^1];
        ReadOnlySpan<byte> laterCells = later[keyLength..^1];
        while (!earlierCells.IsEmpty || !laterCells.IsEmpty)
        {
            ReadOnlySpan<byte> cell = TakeCell(ref earlierCells);
            ReadOnlySpan<byte> replacement = TakeCell(ref laterCells);
            cell = replacement.IsEmpty ? cell : replacement;
            destination[written++] = (byte)',';
            cell.CopyTo(destination[written..]);
            written += cell.Length;
        }

        destination[written++] = (byte)'\n';
        return written;
    }

    // BATCH-2, URL-1: each cell follows a comma, and no cell holds one. Cells that were left off are empty.
    private static ReadOnlySpan<byte> TakeCell(ref ReadOnlySpan<byte> cells)
    {
        if (cells.IsEmpty)
        {
            return [];
        }

        cells = cells[1..];
        int end = cells.IndexOf((byte)',');
        ReadOnlySpan<byte> cell = end < 0 ? cells : cells[..end];
        cells = cells[cell.Length..];
        return cell;
    }
}
