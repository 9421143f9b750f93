using ProfileSchema.Benchmarks.Peers;

namespace ProfileSchema.Benchmarks.Ratios;

/// <summary>Rows, our way to write them, and the others' ways.</summary>
internal sealed record RatioCase(string Name, int Rows, IPeer Ours, IReadOnlyList<Contender> Contenders);

/// <summary>A peer and what its ratio to ours must reach.</summary>
/// <param name="AtLeast">The least times that it must take as long as ours; null if it is shown only.</param>
/// <param name="AtMost">Where given, ours must take at most so many times as long as the peer.</param>
/// <param name="SameBytes">Whether it writes the same format, and so must give the same bytes.</param>
internal sealed record Contender(IPeer Peer, double? AtLeast = null, double? AtMost = null, bool SameBytes = false);
