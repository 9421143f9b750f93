namespace ProfileSchema;

/// <summary>Merges two rows with the same key. For each parameter, a value of the later row replaces the earlier one (BATCH-7, VALUE-4).</summary>
internal static class RowMerge
{
    /// <summary>Writes the merged row. Both rows end with a line feed, and their trailing empty fields are omitted.</summary>
    /// <param name="destination">The destination, with the capacity of both rows.</param>
    /// <returns>The length of the merged row, line feed included.</returns>
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

    // BATCH-2, URL-1: each field follows a comma and contains none. Omitted fields are empty.
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
