using System.Buffers;

namespace ProfileSchema;

/// <summary>Grows by segments out of a pool, so that one file of 50 MB after the other costs no garbage.</summary>
internal sealed class SegmentedBuffer(SegmentPool pool) : IBufferWriter<byte>, IDisposable
{
    private readonly List<Segment> _segments = [];
    private byte[] _current = [];
    private int _used;
    private int _isDisposed;

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
        ObjectDisposedException.ThrowIf(_isDisposed != 0, this);
        SealCurrent();
        return _segments.Count == 0
            ? ReadOnlySequence<byte>.Empty
            : new ReadOnlySequence<byte>(_segments[0], 0, _segments[^1], _segments[^1].Memory.Length);
    }

    public void Dispose()
    {
        // By one of those who dispose of it at the same time: memory that is given back twice would be part of two files.
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
        {
            return;
        }

        pool.Return(_current);
        foreach (Segment segment in _segments)
        {
            pool.Return(segment.Array);
        }

        _segments.Clear();
        _current = [];
        _used = 0;
    }

    private void EnsureRoom(int sizeHint)
    {
        ObjectDisposedException.ThrowIf(_isDisposed != 0, this);
        if (_current.Length - _used < Math.Max(sizeHint, 1))
        {
            SealCurrent();
            _current = pool.Rent(sizeHint);
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
            pool.Return(_current);
        }

        _current = [];
        _used = 0;
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
