using ProfileSchema.Benchmarks.Ratios;

namespace ProfileSchema.Benchmarks.Classes;

/// <summary>A batch of 100,000 reference rows, most of whose memory is far away.</summary>
public class BatchBenchmarks() : PeerBenchmarks(BatchCase.Reference(100_000));
