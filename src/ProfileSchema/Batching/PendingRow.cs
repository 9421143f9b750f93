using System.Buffers;

namespace ProfileSchema;

/// <summary>An encoded row that is kept for merging. Its memory is pooled, because many more rows pass through a window than it contains.</summary>
internal sealed class PendingRow
{
    private byte[] _bytes = [];
    private int _length;
    private int _keyLength;

    /// <summary>Gets the position in the source of the first profile in the row.</summary>
    public long Position { get; private set; }

    public ReadOnlySpan<byte> Row => _bytes.AsSpan(0, _length);

    public ReadOnlySpan<byte> Key => _bytes.AsSpan(0, _keyLength);

    /// <summary>Sets the row.</summary>
    public void Set(ReadOnlySpan<byte> row, int keyLength, long position)
    {
        _keyLength = keyLength;
        Position = position;
        Replace(row);
    }

    /// <summary>Replaces the row by another one with the same key.</summary>
    public void Replace(ReadOnlySpan<byte> row)
    {
        if (_bytes.Length < row.Length)
        {
            Clear();
            _bytes = ArrayPool<byte>.Shared.Rent(row.Length);
        }

        row.CopyTo(_bytes);
        _length = row.Length;
    }

    /// <summary>Clears the personal data and returns the memory.</summary>
    public void Clear()
    {
        if (_bytes.Length > 0)
        {
            _bytes.AsSpan(0, _length).Clear();
            ArrayPool<byte>.Shared.Return(_bytes);
        }

        _bytes = [];
        _length = 0;
    }
}
