using System.Buffers;

namespace ProfileSchema.Tests.Writing;

/// <summary>Gives exactly as many bytes as it is asked for, and notices a byte written behind them.</summary>
internal sealed class ExactBuffer : IBufferWriter<byte>
{
    private const int Guard = 64;
    private const byte Untouched = 0xA5;

    private readonly List<byte> _written = [];
    private byte[] _given = [];
    private int _size;

    public byte[] Written => [.. _written];

    public void Advance(int count)
    {
        AssertGuard();
        Assert.InRange(count, 0, _size);
        _written.AddRange(_given.AsSpan(0, count));
        _given = _given[count..];
        _size -= count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        AssertGuard();
        _size = Math.Max(sizeHint, 1);
        _given = new byte[_size + Guard];
        _given.AsSpan(_size).Fill(Untouched);
        return _given.AsMemory(0, _size);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    private void AssertGuard() => Assert.Equal(-1, _given.AsSpan(_size).IndexOfAnyExcept(Untouched));
}
