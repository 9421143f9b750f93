using ProfileSchema.Benchmarks.Rows;

namespace ProfileSchema.Benchmarks.Peers;

/// <summary>Ours: the body of a single update for each of the visitors.</summary>
internal sealed class FormPeer(Visitor[] visitors, FixedBuffer output) : IPeer
{
    public string Name => "ProfileSchema";

    public ReadOnlySpan<byte> Write()
    {
        output.Reset();
        foreach (Visitor visitor in visitors)
        {
            ProfileSerializer.WriteParameters(output, visitor);
        }

        return output.Written;
    }
}
