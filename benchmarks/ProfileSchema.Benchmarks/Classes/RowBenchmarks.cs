using ProfileSchema.Benchmarks.Ratios;

namespace ProfileSchema.Benchmarks.Classes;

/// <summary>One row, in the memory that is nearest, with what each sets up for a call.</summary>
public class RowBenchmarks() : PeerBenchmarks(BatchCase.Reference(1));
