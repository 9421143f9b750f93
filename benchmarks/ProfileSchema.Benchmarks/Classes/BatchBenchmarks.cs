using BenchmarkDotNet.Attributes;
using ProfileSchema.Benchmarks.Peers;
using ProfileSchema.Benchmarks.Ratios;

namespace ProfileSchema.Benchmarks.Classes;

/// <summary>A batch of 100,000 reference rows, by us and by what else one would take.</summary>
[MemoryDiagnoser]
public class BatchBenchmarks
{
    private readonly RatioCase _case = BatchCase.Reference(100_000);

    [ParamsSource(nameof(Peers))]
    public string Peer { get; set; } = "";

    public IEnumerable<string> Peers => [_case.Ours.Name, .. _case.Contenders.Select(contender => contender.Peer.Name)];

    private IPeer Chosen =>
        _case.Contenders.Select(contender => contender.Peer).Prepend(_case.Ours).Single(peer => peer.Name == Peer);

    [Benchmark]
    public int Write() => Chosen.Write().Length;
}
