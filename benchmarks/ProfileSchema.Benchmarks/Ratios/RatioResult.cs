using System.Text.Json.Serialization;

namespace ProfileSchema.Benchmarks.Ratios;

/// <summary>What was measured of one peer in one case.</summary>
/// <param name="Ratio">Peer ÷ ours; where the floor is an upper bound, ours ÷ peer.</param>
internal sealed record RatioResult(
    string Case,
    string Peer,
    double NsPerRow,
    double MbPerSecond,
    double BytesPerRow,
    double Ratio,
    double? Floor,
    [property: JsonIgnore] bool IsReached
);
