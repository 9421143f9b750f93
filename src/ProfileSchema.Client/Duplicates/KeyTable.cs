using System.Runtime.InteropServices;

namespace ProfileSchema.Client.Duplicates;

/// <summary>
/// The keys of a run, as hashes, and the file that last held each, in 27 to 54 bytes a key. It consists of parts that grow each on
/// their own, so that a run of millions neither stops for long to grow nor takes half as much memory again while it does.
/// </summary>
internal sealed class KeyTable
{
    private const int PartBits = 6;
    private const int InitialCapacity = 4;

    private readonly Part[] _parts = new Part[1 << PartBits];

    public KeyTable()
    {
        for (int i = 0; i < _parts.Length; i++)
        {
            _parts[i] = new Part(InitialCapacity);
        }
    }

    /// <summary>Notes that a file holds a key.</summary>
    /// <param name="key">The hash of the key.</param>
    /// <param name="file">The number of the file, from 1.</param>
    /// <returns>The file that held the key last, or 0.</returns>
    public int Enter(UInt128 key, int file) => PartOf(key).Enter((ulong)(key >> 64), (ulong)key, file);

    /// <summary>
    /// Reads where a key stands or would stand. Asked for several keys before they are entered, the memory comes for all of them
    /// at once, and the entering waits for none.
    /// </summary>
    /// <returns>What was read, for the caller to use in some way: what nobody uses need not be read.</returns>
    public int Touch(UInt128 key) => PartOf(key).Touch((ulong)key);

    private Part PartOf(UInt128 key) => _parts[(int)(key >> (128 - PartBits))];

    /// <summary>Open addressing with linear probing: hashes are spread evenly already.</summary>
    private sealed class Part(int capacity)
    {
        private Entry[] _entries = new Entry[capacity];
        private int _count;

        public int Touch(ulong lower)
        {
            Entry[] entries = _entries;
            return entries[(int)lower & (entries.Length - 1)].File;
        }

        public int Enter(ulong upper, ulong lower, int file)
        {
            ref Entry entry = ref Find(_entries, upper, lower);
            int last = entry.File;
            if (last == 0)
            {
                entry.Upper = upper;
                entry.Lower = lower;
                _count++;
            }

            entry.File = file;
            if (_count > _entries.Length / 4 * 3)
            {
                Grow();
            }

            return last;
        }

        private static ref Entry Find(Entry[] entries, ulong upper, ulong lower)
        {
            int mask = entries.Length - 1;
            int at = (int)lower & mask;
            while (true)
            {
                ref Entry entry = ref entries[at];
                if (entry.File == 0 || (entry.Lower == lower && entry.Upper == upper))
                {
                    return ref entry;
                }

                at = (at + 1) & mask;
            }
        }

        private void Grow()
        {
            var grown = new Entry[2 * _entries.Length];
            foreach (ref Entry entry in _entries.AsSpan())
            {
                if (entry.File != 0)
                {
                    Find(grown, entry.Upper, entry.Lower) = entry;
                }
            }

            _entries = grown;
        }
    }

    /// <summary>A key and its last file, packed: with gaps it would take a fifth more. Free as long as the file is 0.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private struct Entry
    {
        public ulong Upper;
        public ulong Lower;
        public int File;
    }
}
