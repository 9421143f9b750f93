using ProfileSchema.Benchmarks.Ratios;

namespace ProfileSchema.Benchmarks.Classes;

/// <summary>The body of a single update of twelve parameters.</summary>
public class SingleUpdateBenchmarks() : PeerBenchmarks(SingleCase.Body(1));
