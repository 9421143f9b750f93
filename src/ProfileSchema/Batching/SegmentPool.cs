namespace ProfileSchema;

/// <summary>
/// Pools the memory of batch files. The memory is used for batch files only, so it is not cleared in between. The shared array pool would
/// keep far less than a file.
/// </summary>
internal sealed class SegmentPool
{
    /// <summary>
    /// The pool is held by a weak reference, so that an idle pool can be collected. Until then the next writer uses it, because allocating
    /// memory takes half as long as writing a file into it.
    /// </summary>
    private static readonly WeakReference<SegmentPool?> Latest = new(null);

    /// <summary>The size of a segment: large, so that a file has few, but small enough to report the progress of an upload between them.</summary>
    private const int SegmentSize = 256 * 1024;

    /// <summary>
    /// The maximum number of free segments: enough for three files of the maximum size. It bounds the memory if runs overlap all day.
    /// </summary>
    private const int MostFree = 3 * ProfileLimits.BatchBytes / SegmentSize;

    /// <summary>
    /// What was given back last goes out first, since it is the most likely to be in the processor's caches still. Files are
    /// disposed on whatever thread sent them.
    /// </summary>
    private readonly Stack<byte[]> _free = new();

    private SegmentPool() { }

    /// <summary>The pool of those who write files now, or wrote the last ones. It lives as long as somebody has it.</summary>
    public static SegmentPool Shared
    {
        get
        {
            lock (Latest)
            {
                if (!Latest.TryGetTarget(out SegmentPool? pool))
                {
                    pool = new SegmentPool();
                    Latest.SetTarget(pool);
                }

                return pool;
            }
        }
    }

    public byte[] Rent(int minimum)
    {
        if (minimum <= SegmentSize)
        {
            lock (_free)
            {
                if (_free.TryPop(out byte[]? segment))
                {
                    return segment;
                }
            }
        }

        return GC.AllocateUninitializedArray<byte>(Math.Max(minimum, SegmentSize));
    }

    /// <summary>Returns memory that is no longer read.</summary>
    public void Return(byte[] segment)
    {
        if (segment.Length != SegmentSize)
        {
            return;
        }

        lock (_free)
        {
            if (_free.Count < MostFree)
            {
                _free.Push(segment);
            }
        }
    }
}
