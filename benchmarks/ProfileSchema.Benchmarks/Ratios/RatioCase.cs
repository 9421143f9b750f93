using ProfileSchema.Benchmarks.Peers;

namespace ProfileSchema.Benchmarks.Ratios;

/// <summary>Rows, our way to write them, and the others' ways.</summary>
internal sealed record RatioCase(string Name, string Unit, int Rows, IPeer Ours, IReadOnlyList<Contender> Contenders);

/// <summary>A peer and what is asked of ours beside it.</summary>
/// <param name="AtLeast">How many times as fast as the peer ours must be; null if it is shown only.</param>
/// <param name="SameBytes">Whether it writes the same format, and so must give the same bytes.</param>
internal sealed record Contender(IPeer Peer, double? AtLeast = null, bool SameBytes = false);
