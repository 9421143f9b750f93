using MemoryPack;
using ProfileSchema.Benchmarks.Rows;

namespace ProfileSchema.Benchmarks.Peers;

/// <summary>The same rows in binary, without any text: a bound.</summary>
internal sealed class MemoryPackPeer(Member[] rows, FixedBuffer output) : IPeer
{
    public string Name => "MemoryPack, binary";

    public ReadOnlySpan<byte> Write()
    {
        output.Reset();
        MemoryPackSerializer.Serialize(output, rows);
        return output.Written;
    }
}
