namespace ProfileSchema;

/// <summary>
/// The memory of batch files, used again for the next file when one is disposed, and for the next writer's. It is nobody else's, so it
/// need not be cleared in between; what the shared pool of the runtime would keep of it is far less than a file.
/// </summary>
internal sealed class SegmentPool
{
    /// <summary>
    /// Nothing is kept of it that a collection would take: fresh memory costs half as much as writing a file into it, and what no
    /// writer uses any more is as good until it is collected.
    /// </summary>
    private static readonly WeakReference<SegmentPool?> Latest = new(null);

    /// <summary>Large enough that a file has few, small enough that an upload is watched between them.</summary>
    private const int SegmentSize = 256 * 1024;

    /// <summary>
    /// What the three largest files of a run take. More is not kept: where runs overlap all day, somebody always has the pool.
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

    /// <summary>Takes back memory that nobody reads any more.</summary>
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
