using System.Diagnostics.CodeAnalysis;

namespace ProfileSchema;

/// <summary>Represents the current row of a <see cref="ProfileBatchReader"/>. It is valid until the next row is read.</summary>
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

    /// <summary>Gets the line of the row in the file, counted from 1. The header is line 1.</summary>
    public long Line { get; }

    /// <summary>Gets the number of fields in the row, the key included.</summary>
    public int FieldCount => _ends.Length;

    /// <summary>Gets a value indicating whether the row is longer than 1 MB, so that only its beginning was read.</summary>
    public bool IsTruncated { get; }

    /// <summary>Decodes a field. A <c>+</c> is not changed (URL-2).</summary>
    /// <param name="index">The index of the field: 0 is the key, 1 is the first parameter.</param>
    /// <param name="text">The text, or null if the field cannot be decoded.</param>
    /// <returns><see langword="false"/> if the field has an invalid escape or is not valid UTF-8 (URL-1).</returns>
    /// <exception cref="ArgumentOutOfRangeException">The row has no field with this index.</exception>
    public bool TryGetText(int index, [NotNullWhen(true)] out string? text)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, FieldCount);
        _cell.Read(_bytes[(index == 0 ? 0 : _ends[index - 1] + 1).._ends[index]]);
        text = _cell.IsText ? _cell.GetText() : null;
        return text is not null;
    }
}
