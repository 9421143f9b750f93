using System.Diagnostics.CodeAnalysis;

namespace ProfileSchema;

/// <summary>The row that a <see cref="ProfileBatchReader"/> stands at, valid until the next one is read.</summary>
public readonly ref struct BatchRow
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly ReadOnlySpan<int> _ends;
    private readonly EncodedCell _cell;

    internal BatchRow(long line, ReadOnlySpan<byte> bytes, ReadOnlySpan<int> ends, bool isTruncated, EncodedCell cell)
    {
        Line = line;
        _bytes = bytes;
        _ends = ends;
        IsTruncated = isTruncated;
        _cell = cell;
    }

    /// <summary>The line of the row in the file, counted from 1; the header is line 1.</summary>
    public long Line { get; }

    /// <summary>Cells of the row, the key included.</summary>
    public int FieldCount => _ends.Length;

    /// <summary>Whether the row has more than a megabyte, of which only the beginning was read.</summary>
    public bool IsTruncated { get; }

    /// <summary>Decodes a cell. A <c>+</c> stays one (URL-2).</summary>
    /// <param name="index">The place of the cell: 0 is the key, 1 the first parameter.</param>
    /// <param name="text">The text; null if it has none.</param>
    /// <returns>False if an escape or the UTF-8 is broken, so that the cell means nothing (URL-1).</returns>
    /// <exception cref="ArgumentOutOfRangeException">The row has no such cell.</exception>
    public bool TryGetText(int index, [NotNullWhen(true)] out string? text)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, FieldCount);
        _cell.Read(_bytes[(index == 0 ? 0 : _ends[index - 1] + 1).._ends[index]]);
        text = _cell.IsText ? _cell.GetText() : null;
        return text is not null;
    }
}
