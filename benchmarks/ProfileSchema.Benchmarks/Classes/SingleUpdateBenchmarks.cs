using BenchmarkDotNet.Attributes;
using ProfileSchema.Benchmarks.Peers;
using ProfileSchema.Benchmarks.Rows;

namespace ProfileSchema.Benchmarks.Classes;

/// <summary>The body of a single update of twelve parameters.</summary>
[MemoryDiagnoser]
public class SingleUpdateBenchmarks
{
    private readonly FormPeer _ours;
    private readonly FormUrlEncodedPeer _platform;

    public SingleUpdateBenchmarks()
    {
        Visitor[] visitors = Visitor.Make(1);
        var output = new FixedBuffer(64 * 1024);
        _ours = new FormPeer(visitors, output);
        _platform = new FormUrlEncodedPeer(visitors, output);
    }

    [Benchmark(Baseline = true)]
    public int ProfileSchema() => _ours.Write().Length;

    [Benchmark]
    public int FormUrlEncodedContent() => _platform.Write().Length;
}
