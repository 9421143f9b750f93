using System.Buffers;
using System.Runtime.InteropServices;

namespace ProfileSchema.Client;

/// <summary>
/// Remembers the keys of a run as keyed hashes of 16 bytes, and finds those that come again: about 40 bytes a key, whatever its
/// length. That two keys share a hash is less likely than that the disk lies.
/// </summary>
internal sealed class KeyLedger(byte[] hashKey)
{
    private readonly SipHash _hash = new(hashKey);

    /// <summary>The last file that holds a key.</summary>
    private readonly Dictionary<KeyHash, int> _files = new(HashedKeys.Instance);
    private readonly ArrayBufferWriter<byte> _cut = new();
    private int _file;

    /// <summary>Rows whose key came before.</summary>
    public long Repeats { get; private set; }

    /// <summary>Enters the key of a row, or says that it is there already.</summary>
    public bool TryEnter(ReadOnlySpan<byte> row) => _files.TryAdd(HashOf(row), _file);

    /// <summary>Enters the keys of a file that is finished.</summary>
    /// <returns>Whether one of them is in a file before it.</returns>
    public bool Enter(ReadOnlySequence<byte> file)
    {
        _file++;
        bool isHeader = true;
        bool repeatsEarlier = false;
        foreach (ReadOnlyMemory<byte> segment in file)
        {
            ReadOnlySpan<byte> rest = segment.Span;
            int end;
            while ((end = rest.IndexOf((byte)'\n')) >= 0)
            {
                ReadOnlySpan<byte> row = rest[..end];
                rest = rest[(end + 1)..];
                row = _cut.WrittenCount > 0 ? Join(row) : row;
                repeatsEarlier |= !isHeader && EnterRow(row);
                isHeader = false;
                _cut.ResetWrittenCount();
            }

            _cut.Write(rest);
        }

        // The last row of a file that exists may have no LF behind it.
        if (_cut.WrittenCount > 0)
        {
            repeatsEarlier |= !isHeader && EnterRow(_cut.WrittenSpan);
            _cut.ResetWrittenCount();
        }

        return repeatsEarlier;
    }

    /// <summary>Enters the key of a row of the present file and says whether a file before it holds it.</summary>
    private bool EnterRow(ReadOnlySpan<byte> row)
    {
        KeyHash key = HashOf(row);
        ref int last = ref CollectionsMarshal.GetValueRefOrAddDefault(_files, key, out bool isKnown);
        bool isEarlier = isKnown && last != _file;
        Repeats += isKnown ? 1 : 0;
        last = _file;
        return isEarlier;
    }

    // BATCH-2: the key stands first, and no comma in it (URL-2).
    private static ReadOnlySpan<byte> KeyOf(ReadOnlySpan<byte> row)
    {
        int end = row.IndexOf((byte)',');
        return end < 0 ? row : row[..end];
    }

    private KeyHash HashOf(ReadOnlySpan<byte> row)
    {
        UInt128 hash = _hash.Hash(KeyOf(row));
        return new KeyHash((ulong)(hash >> 64), (ulong)hash);
    }

    /// <summary>A row that begins in one segment and ends in the next.</summary>
    private ReadOnlySpan<byte> Join(ReadOnlySpan<byte> end)
    {
        _cut.Write(end);
        return _cut.WrittenSpan;
    }

    /// <summary>Keys are hashes already: their lower half tells them apart.</summary>
    private sealed class HashedKeys : IEqualityComparer<KeyHash>
    {
        public static HashedKeys Instance { get; } = new();

        public bool Equals(KeyHash x, KeyHash y) => x == y;

        public int GetHashCode(KeyHash key) => (int)key.Lower;
    }

    /// <summary>In two halves: a number of 16 bytes is kept at multiples of 16, which would cost 16 more a key.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct KeyHash(ulong Upper, ulong Lower);
}
