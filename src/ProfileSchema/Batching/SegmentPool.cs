using System.Collections.Concurrent;

namespace ProfileSchema;

/// <summary>
/// The memory of the files of one writer, used again for the next file when one is disposed. It is nobody else's, so it
/// need not be cleared in between; what the shared pool would keep of it is far less than a file.
/// </summary>
internal sealed class SegmentPool
{
    /// <summary>Large enough that a file has few, small enough that an upload is watched between them.</summary>
    private const int SegmentSize = 256 * 1024;

    /// <summary>Files are disposed on whatever thread sent them.</summary>
    private readonly ConcurrentQueue<byte[]> _free = new();

    public byte[] Rent(int minimum) =>
        minimum <= SegmentSize && _free.TryDequeue(out byte[]? segment)
            ? segment
            : GC.AllocateUninitializedArray<byte>(Math.Max(minimum, SegmentSize));

    /// <summary>Takes back memory that nobody reads any more.</summary>
    public void Return(byte[] segment)
    {
        if (segment.Length == SegmentSize)
        {
            _free.Enqueue(segment);
        }
    }
}
