using System.Buffers;

namespace ProfileSchema;

/// <summary>Grows by pooled segments that stay below the large object heap, so that a file of 50 MB costs no churn.</summary>
internal sealed class SegmentedBuffer : IBufferWriter<byte>, IDisposable
{
    private const int SegmentSize = 64 * 1024;

    private readonly List<Segment> _segments = [];
    private byte[] _current = [];
    private int _used;
    private bool _isDisposed;

    /// <summary>Bytes written so far.</summary>
    public long Length { get; private set; }

    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _current.Length - _used);
        _used += count;
        Length += count;
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        EnsureRoom(sizeHint);
        return _current.AsSpan(_used);
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        EnsureRoom(sizeHint);
        return _current.AsMemory(_used);
    }

    /// <summary>Everything written, in order, valid until disposal.</summary>
    public ReadOnlySequence<byte> AsSequence()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        SealCurrent();
        return _segments.Count == 0
            ? ReadOnlySequence<byte>.Empty
            : new ReadOnlySequence<byte>(_segments[0], 0, _segments[^1], _segments[^1].Memory.Length);
    }

    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        Return(_current);
        foreach (Segment segment in _segments)
        {
            Return(segment.Array);
        }

        _segments.Clear();
        _current = [];
        _used = 0;
    }

    private void EnsureRoom(int sizeHint)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_current.Length - _used < Math.Max(sizeHint, 1))
        {
            SealCurrent();
            _current = ArrayPool<byte>.Shared.Rent(Math.Max(sizeHint, SegmentSize));
        }
    }

    private void SealCurrent()
    {
        if (_used > 0)
        {
            _segments.Add(new Segment(_current, _used, _segments.Count == 0 ? null : _segments[^1]));
        }
        else
        {
            Return(_current);
        }

        _current = [];
        _used = 0;
    }

    private static void Return(byte[] array)
    {
        if (array.Length > 0)
        {
            // The segments hold personal data: cleared, so that the next to rent one does not see it.
            ArrayPool<byte>.Shared.Return(array, clearArray: true);
        }
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(byte[] array, int length, Segment? previous)
        {
            Array = array;
            Memory = array.AsMemory(0, length);
            if (previous is not null)
            {
                RunningIndex = previous.RunningIndex + previous.Memory.Length;
                previous.Next = this;
            }
        }

        public byte[] Array { get; }
    }
}
