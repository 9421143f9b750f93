using System.Diagnostics.CodeAnalysis;

namespace ProfileSchema;

/// <summary>
/// Holds the latest rows of a writer back, so that a row whose key comes again soon becomes one with the row before (BATCH-7). Rows
/// leave in the order in which they came, and one that was joined keeps its place: everything in the source before the
/// oldest of them is accounted for.
/// </summary>
internal sealed class MergeWindow(int capacity) : IDisposable
{
    private readonly Queue<PendingRow> _rows = new();
    private readonly Dictionary<PendingRow, PendingRow> _byKey = new(KeyComparer.Instance);
    private byte[] _joined = [];

    /// <summary>Takes the next row: what was let go of last, so that a full window makes no garbage.</summary>
    private PendingRow? _spare;

    public int Count => _rows.Count;

    /// <summary>Whether the oldest row has waited long enough.</summary>
    public bool IsOverfull => _rows.Count > capacity;

    /// <summary>Takes a row, alone or as part of one that is held.</summary>
    /// <param name="row">The encoded row with its line end.</param>
    /// <param name="position">The place of its profile in the source.</param>
    public MergeOutcome Take(ReadOnlySpan<byte> row, long position)
    {
        // BATCH-2: the key stands first; a row without any value does not come here.
        PendingRow next = _spare ??= new PendingRow();
        next.Set(row, row.IndexOf((byte)','), position);
        if (!_byKey.TryGetValue(next, out PendingRow? pending))
        {
            _rows.Enqueue(next);
            _byKey.Add(next, next);
            _spare = null;
            return MergeOutcome.Pending;
        }

        ReadOnlySpan<byte> joined = Join(pending, row);
        if (joined.Length > ProfileLimits.ProfileBytes)
        {
            return MergeOutcome.TooLarge;
        }

        pending.Replace(joined);
        return MergeOutcome.Merged;
    }

    /// <summary>The row that has waited longest, which stays until <see cref="Release"/>.</summary>
    public bool TryPeek([NotNullWhen(true)] out PendingRow? row) => _rows.TryPeek(out row);

    /// <summary>Lets go of the row that has waited longest.</summary>
    public void Release()
    {
        PendingRow row = _rows.Dequeue();
        _byKey.Remove(row);
        _spare?.Clear();
        _spare = row;
    }

    public void Dispose()
    {
        foreach (PendingRow row in _rows)
        {
            row.Clear();
        }

        _spare?.Clear();
        _rows.Clear();
        _byKey.Clear();
        _joined = [];
    }

    private ReadOnlySpan<byte> Join(PendingRow pending, ReadOnlySpan<byte> row)
    {
        int most = pending.Row.Length + row.Length;
        _joined = _joined.Length < most ? new byte[Math.Max(most, 2 * _joined.Length)] : _joined;
        return _joined.AsSpan(0, RowMerge.Merge(pending.Row, row, pending.Key.Length, _joined));
    }

    /// <summary>Equal keys have equal bytes, since there is one way to encode them (URL-2).</summary>
    private sealed class KeyComparer : IEqualityComparer<PendingRow>
    {
        public static KeyComparer Instance { get; } = new();

        public bool Equals(PendingRow? x, PendingRow? y) => x!.Key.SequenceEqual(y!.Key);

        public int GetHashCode(PendingRow obj)
        {
            var hash = default(HashCode);
            hash.AddBytes(obj.Key);
            return hash.ToHashCode();
        }
    }
}

/// <summary>What became of a row that was given to a window.</summary>
internal enum MergeOutcome
{
    /// <summary>The first of its key: it waits.</summary>
    Pending,

    /// <summary>It is part of a row that waits.</summary>
    Merged,

    /// <summary>With the row that waits it would be larger than a row may be (VALUE-6); that one waits as it was.</summary>
    TooLarge,
}
