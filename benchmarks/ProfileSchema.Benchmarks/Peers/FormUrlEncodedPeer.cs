using System.Globalization;
using ProfileSchema.Benchmarks.Rows;

namespace ProfileSchema.Benchmarks.Peers;

/// <summary>The platform's form. It writes a space as a plus, so its bytes are compared where no value holds one.</summary>
internal sealed class FormUrlEncodedPeer(Visitor[] visitors, FixedBuffer output) : IPeer
{
    public string Name => "FormUrlEncodedContent";

    public ReadOnlySpan<byte> Write()
    {
        using var stream = new MemoryStream(output.Array);
        foreach (Visitor visitor in visitors)
        {
            using var content = new FormUrlEncodedContent(Pairs(visitor));
            content.CopyTo(stream, context: null, CancellationToken.None);
        }

        return output.Array.AsSpan(0, (int)stream.Position);
    }

    private static KeyValuePair<string, string>[] Pairs(Visitor visitor)
    {
        CultureInfo invariant = CultureInfo.InvariantCulture;
        return
        [
            new("mbox3rdPartyId", visitor.MemberId),
            new("profile.tier", StreamWriterPeer.TierName(visitor.Tier)),
            new("profile.points", visitor.Points.ToString(invariant)),
            new("profile.lifetimeValue", visitor.LifetimeValue.ToString("F2", invariant)),
            new("profile.city", visitor.City),
            new("profile.country", visitor.Country),
            new("profile.language", visitor.Language),
            new("profile.lastPurchase", visitor.LastPurchase.ToString("O", invariant)),
            new("profile.optIn", visitor.OptIn ? "true" : "false"),
            new("profile.store", visitor.Store),
            new("profile.visits", visitor.Visits.ToString(invariant)),
            new("profile.referrer", visitor.Referrer),
            new("profile.score", visitor.Score.ToString(invariant)),
        ];
    }
}
