using System.Diagnostics.CodeAnalysis;

namespace ProfileSchema;

/// <summary>
/// Keeps the latest rows of a writer, so that later rows with the same key can be merged into them (BATCH-7). Rows are released in the order in
/// which they were added, and a merged row keeps its position, so everything in the source before the oldest row is accounted for.
/// </summary>
internal sealed class MergeWindow(int capacity) : IDisposable
{
    private readonly Queue<PendingRow> _rows = new();
    private readonly Dictionary<PendingRow, PendingRow> _byKey = new(KeyComparer.Instance);
    private byte[] _joined = [];

    /// <summary>The row that was released last, which is reused for the next row, so that a full window allocates nothing.</summary>
    private PendingRow? _spare;

    public int Count => _rows.Count;

    /// <summary>Gets a value indicating whether the oldest row must be released.</summary>
    public bool IsOverfull => _rows.Count > capacity;

    /// <summary>Adds a row, or merges it into the pending row with the same key.</summary>
    /// <param name="row">The encoded row with its line feed.</param>
    /// <param name="position">The position of its profile in the source.</param>
    public MergeOutcome Take(ReadOnlySpan<byte> row, long position)
    {
        // BATCH-2: the key is the first field. Rows without a value are not added.
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

    /// <summary>Returns the oldest row, which is kept until <see cref="Release"/>.</summary>
    public bool TryPeek([NotNullWhen(true)] out PendingRow? row) => _rows.TryPeek(out row);

    /// <summary>Removes the oldest row.</summary>
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

    /// <summary>Compares encoded keys. Equal keys have equal bytes, because each key has one encoding (URL-2).</summary>
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

/// <summary>Specifies what happened to a row that was added to a window.</summary>
internal enum MergeOutcome
{
    /// <summary>The row is the first with its key and is pending.</summary>
    Pending,

    /// <summary>The row was merged into a pending row.</summary>
    Merged,

    /// <summary>The merged row would be too large (VALUE-6). The pending row is not changed.</summary>
    TooLarge,
}
