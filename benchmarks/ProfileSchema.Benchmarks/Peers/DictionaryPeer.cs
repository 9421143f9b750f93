using System.Globalization;
using System.Text.Json;
using ProfileSchema.Benchmarks.Rows;

namespace ProfileSchema.Benchmarks.Peers;

/// <summary>
/// The platform's serializer on a dictionary, filled from the visitor as a program does that has no contract. It escapes no more
/// than JSON asks for, as ours does, so that its bytes are the same.
/// </summary>
internal sealed class DictionaryPeer(Visitor[] visitors, FixedBuffer output) : IPeer
{
    private readonly Utf8JsonWriter _writer = new(output, DictionaryJson.WriterOptions);

    public string Name => "System.Text.Json, Dictionary<string, string>";

    public ReadOnlySpan<byte> Write()
    {
        output.Reset();
        foreach (Visitor visitor in visitors)
        {
            _writer.Reset(output);
            JsonSerializer.Serialize(_writer, Values(visitor), DictionaryJson.Default.DictionaryStringString);
            _writer.Flush();
        }

        return output.Written;
    }

    public static Dictionary<string, string> Values(Visitor visitor)
    {
        CultureInfo invariant = CultureInfo.InvariantCulture;
        return new Dictionary<string, string>(12)
        {
            ["tier"] = StreamWriterPeer.TierName(visitor.Tier),
            ["points"] = visitor.Points.ToString(invariant),
            ["lifetimeValue"] = visitor.LifetimeValue.ToString("F2", invariant),
            ["city"] = visitor.City,
            ["country"] = visitor.Country,
            ["language"] = visitor.Language,
            ["lastPurchase"] = visitor.LastPurchase.ToString("O", invariant),
            ["optIn"] = visitor.OptIn ? "true" : "false",
            ["store"] = visitor.Store,
            ["visits"] = visitor.Visits.ToString(invariant),
            ["referrer"] = visitor.Referrer,
            ["score"] = visitor.Score.ToString(invariant),
        };
    }
}
