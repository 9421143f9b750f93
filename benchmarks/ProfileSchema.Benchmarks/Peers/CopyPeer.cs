using ProfileSchema.Benchmarks.Rows;

namespace ProfileSchema.Benchmarks.Peers;

/// <summary>Copies the finished bytes: the limit of any writer.</summary>
internal sealed class CopyPeer(byte[] finished, FixedBuffer output) : IPeer
{
    public string Name => "memcpy of the finished bytes";

    public ReadOnlySpan<byte> Write()
    {
        finished.CopyTo(output.Array, 0);
        return output.Array.AsSpan(0, finished.Length);
    }
}
