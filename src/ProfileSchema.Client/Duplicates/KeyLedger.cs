using System.Buffers;

namespace ProfileSchema.Client;

/// <summary>
/// Remembers the keys of a run as keyed hashes of 16 bytes, and finds those that come again: about 40 bytes a key, whatever its
/// length. That two keys share a hash is less likely than that the disk lies.
/// </summary>
internal sealed class KeyLedger(byte[] hashKey)
{
    private readonly SipHash _hash = new(hashKey);
    private readonly HashSet<UInt128> _earlier = [];
    private readonly HashSet<UInt128> _present = [];
    private byte[] _joined = [];

    /// <summary>Rows whose key came before.</summary>
    public long Repeats { get; private set; }

    /// <summary>Enters the key of a row, or says that it is there already.</summary>
    public bool TryEnter(ReadOnlySpan<byte> row) => _earlier.Add(_hash.Hash(KeyOf(row)));

    /// <summary>Enters the keys of a file that is finished.</summary>
    /// <returns>Whether one of them is in a file before it.</returns>
    public bool Enter(ReadOnlySequence<byte> file)
    {
        bool repeatsEarlier = false;
        _present.Clear();
        var reader = new SequenceReader<byte>(file);
        reader.TryAdvanceTo((byte)'\n');
        while (reader.TryReadTo(out ReadOnlySequence<byte> row, (byte)'\n'))
        {
            UInt128 key = _hash.Hash(KeyOf(row.IsSingleSegment ? row.FirstSpan : Join(row)));
            bool isEarlier = _earlier.Contains(key);
            repeatsEarlier |= isEarlier;
            if (!_present.Add(key) || isEarlier)
            {
                Repeats++;
            }
        }

        _earlier.UnionWith(_present);
        return repeatsEarlier;
    }

    // BATCH-2: the key stands first, and no comma in it (URL-2).
    private static ReadOnlySpan<byte> KeyOf(ReadOnlySpan<byte> row)
    {
        int end = row.IndexOf((byte)',');
        return end < 0 ? row : row[..end];
    }

    private ReadOnlySpan<byte> Join(ReadOnlySequence<byte> row)
    {
        int length = (int)row.Length;
        _joined = _joined.Length < length ? new byte[length] : _joined;
        row.CopyTo(_joined);
        return _joined.AsSpan(0, length);
    }
}
