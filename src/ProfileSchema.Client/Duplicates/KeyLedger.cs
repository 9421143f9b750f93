using System.Buffers;

namespace ProfileSchema.Client.Duplicates;

/// <summary>
/// Remembers the keys of a run as keyed hashes of 16 bytes, and finds those that come again. That two keys share a hash is less
/// likely than that the disk lies.
/// </summary>
internal sealed class KeyLedger(byte[] hashKey)
{
    /// <summary>Keys that are entered together: more reads of memory than that no processor has under way.</summary>
    private const int Together = 32;

    private readonly Poly1305 _hash = new(hashKey);
    private readonly KeyTable _keys = new();
    private readonly UInt128[] _next = new UInt128[Together];
    private readonly ArrayBufferWriter<byte> _cut = new();
    private int _nextCount;
    private int _touched;
    private int _file;

    /// <summary>Rows whose key came before.</summary>
    public long Repeats { get; private set; }

    /// <summary>Enters the key of a row, or says that it is there already.</summary>
    public bool TryEnter(ReadOnlySpan<byte> row) => _keys.Enter(_hash.Hash(KeyOf(row)), file: 1) == 0;

    /// <summary>Enters the keys of a file that is finished.</summary>
    /// <returns>Whether one of them is in a file before it.</returns>
    public bool Enter(ReadOnlySequence<byte> file)
    {
        _file++;
        bool isHeader = true;
        bool repeatsEarlier = false;
        foreach (ReadOnlyMemory<byte> segment in file)
        {
            ReadOnlySpan<byte> text = segment.Span;
            var ends = new LineEnds(text);
            int start = 0;

            // A header, or what began in the segment before.
            if ((isHeader || _cut.WrittenCount > 0) && ends.MoveNext())
            {
                start = ends.Current + 1;
                repeatsEarlier |= !isHeader && EnterRow(Join(text[..ends.Current]));
                isHeader = false;
                _cut.ResetWrittenCount();
            }

            while (ends.MoveNext())
            {
                repeatsEarlier |= EnterRow(text[start..ends.Current]);
                start = ends.Current + 1;
            }

            _cut.Write(text[start..]);
        }

        // The last row of a file that exists may have no LF behind it.
        if (_cut.WrittenCount > 0)
        {
            repeatsEarlier |= !isHeader && EnterRow(_cut.WrittenSpan);
            _cut.ResetWrittenCount();
        }

        return repeatsEarlier | EnterNext();
    }

    /// <summary>Enters the key of a row, once there are enough for it to be worth while.</summary>
    /// <returns>Whether one of those that were entered is in a file before.</returns>
    private bool EnterRow(ReadOnlySpan<byte> row)
    {
        _next[_nextCount++] = _hash.Hash(KeyOf(row));
        return _nextCount == Together && EnterNext();
    }

    private bool EnterNext()
    {
        ReadOnlySpan<UInt128> keys = _next.AsSpan(0, _nextCount);
        foreach (UInt128 key in keys)
        {
            _touched |= _keys.Touch(key);
        }

        bool isEarlier = false;
        foreach (UInt128 key in keys)
        {
            int last = _keys.Enter(key, _file);
            isEarlier |= last != 0 && last != _file;
            Repeats += last != 0 ? 1 : 0;
        }

        _nextCount = 0;
        return isEarlier;
    }

    // BATCH-2: the key stands first, and no comma in it (URL-2).
    private static ReadOnlySpan<byte> KeyOf(ReadOnlySpan<byte> row)
    {
        int end = row.IndexOf((byte)',');
        return end < 0 ? row : row[..end];
    }

    /// <summary>A row that begins in one segment and ends in the next.</summary>
    private ReadOnlySpan<byte> Join(ReadOnlySpan<byte> end)
    {
        _cut.Write(end);
        return _cut.WrittenSpan;
    }
}
