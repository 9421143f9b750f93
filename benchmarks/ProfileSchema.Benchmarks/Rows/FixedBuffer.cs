using System.Buffers;

namespace ProfileSchema.Benchmarks.Rows;

/// <summary>The same memory for every pass of every peer, so that none of them pays for its growth.</summary>
internal sealed class FixedBuffer(int capacity) : IBufferWriter<byte>
{
    /// <summary>Writers ask for room ahead of what they write.</summary>
    private const int MinCapacity = 64 * 1024;

    public byte[] Array { get; } = new byte[Math.Max(capacity, MinCapacity)];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => Array.AsSpan(0, Length);

    public void Reset() => Length = 0;

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0) => Array.AsMemory(Length);

    public Span<byte> GetSpan(int sizeHint = 0) => Array.AsSpan(Length);
}
