using System.Text.Json.Serialization;

namespace ProfileSchema.Benchmarks.Ratios;

/// <summary>What was measured of one peer in one case. What was not measured is null, which is not 0.</summary>
/// <param name="Unit">What the figures are per: a row, an update, a type.</param>
/// <param name="Times">How many times as fast as this peer ours is: its time ÷ ours. Null where the two are not alternatives.</param>
/// <param name="PeakMegabytes">The memory of the process at its peak; such a result has no other figure.</param>
/// <param name="Floor">What <paramref name="Times"/> must reach at least, or <paramref name="PeakMegabytes"/> at most.</param>
internal sealed record RatioResult(
    string Case,
    string Unit,
    string Peer,
    double? Nanoseconds = null,
    double? MbPerSecond = null,
    double? BytesAllocated = null,
    double? Times = null,
    double? PeakMegabytes = null,
    double? Floor = null
)
{
    /// <summary>Whether the floor is reached, if there is one, and ours allocates nothing where that was measured.</summary>
    [JsonIgnore]
    public bool IsReached =>
        (Floor is not { } floor || (PeakMegabytes is { } peak ? peak <= floor : Times >= floor))
        && !(Peer == Ours && BytesAllocated > 0);

    public const string Ours = "ProfileSchema";
}
