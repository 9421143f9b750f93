using ProfileSchema.Benchmarks.Ratios;

namespace ProfileSchema.Benchmarks.Classes;

/// <summary>One row of Japanese text.</summary>
public class JapaneseRowBenchmarks() : PeerBenchmarks(BatchCase.Japanese(1));
