using ProfileSchema.Benchmarks.Ratios;

namespace ProfileSchema.Benchmarks.Classes;

/// <summary>The parameters of a session update, twelve of them, as JSON.</summary>
public class SessionUpdateBenchmarks() : PeerBenchmarks(SessionCase.Body(1));
