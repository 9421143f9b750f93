using ProfileSchema.Benchmarks.Rows;

namespace ProfileSchema.Benchmarks.Peers;

/// <summary>Ours: the parameters of a session update for each of the visitors.</summary>
internal sealed class SessionPeer(Visitor[] visitors, FixedBuffer output) : IPeer
{
    public string Name => "ProfileSchema";

    public ReadOnlySpan<byte> Write()
    {
        output.Reset();
        foreach (Visitor visitor in visitors)
        {
            ProfileSerializer.WriteSessionParameters(output, visitor);
        }

        return output.Written;
    }
}
