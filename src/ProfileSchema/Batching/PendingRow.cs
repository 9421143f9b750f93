using System.Buffers;

namespace ProfileSchema;

/// <summary>An encoded row that waits for others of its key. Its memory is pooled, since a window sees many more rows than it holds.</summary>
internal sealed class PendingRow
{
    private byte[] _bytes = [];
    private int _length;
    private int _keyLength;

    /// <summary>The place in the source of the first profile that became part of it.</summary>
    public long Position { get; private set; }

    public ReadOnlySpan<byte> Row => _bytes.AsSpan(0, _length);

    public ReadOnlySpan<byte> Key => _bytes.AsSpan(0, _keyLength);

    /// <summary>Takes a row in place of the one before.</summary>
    public void Set(ReadOnlySpan<byte> row, int keyLength, long position)
    {
        _keyLength = keyLength;
        Position = position;
        Replace(row);
    }

    /// <summary>Takes another row of the same key.</summary>
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

    /// <summary>Gives the memory back, without the personal data in it.</summary>
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
