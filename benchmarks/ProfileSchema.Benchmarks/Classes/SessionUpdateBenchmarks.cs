using BenchmarkDotNet.Attributes;
using ProfileSchema.Benchmarks.Peers;
using ProfileSchema.Benchmarks.Rows;

namespace ProfileSchema.Benchmarks.Classes;

/// <summary>The parameters of a session update, twelve of them, as JSON.</summary>
[MemoryDiagnoser]
public class SessionUpdateBenchmarks
{
    private readonly SessionPeer _ours;
    private readonly DictionaryPeer _platform;
    private readonly ReadyDictionaryPeer _serializerAlone;

    public SessionUpdateBenchmarks()
    {
        Visitor[] visitors = Visitor.Make(1);
        var output = new FixedBuffer(64 * 1024);
        _ours = new SessionPeer(visitors, output);
        _platform = new DictionaryPeer(visitors, output);
        _serializerAlone = new ReadyDictionaryPeer(visitors, output);
    }

    [Benchmark(Baseline = true)]
    public int ProfileSchema() => _ours.Write().Length;

    [Benchmark]
    public int JsonSerializer() => _platform.Write().Length;

    [Benchmark]
    public int JsonSerializerOfReadyDictionary() => _serializerAlone.Write().Length;
}
