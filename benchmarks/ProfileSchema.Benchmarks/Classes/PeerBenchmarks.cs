using BenchmarkDotNet.Attributes;
using ProfileSchema.Benchmarks.Peers;
using ProfileSchema.Benchmarks.Ratios;

namespace ProfileSchema.Benchmarks.Classes;

/// <summary>The same rows, by us and by what else one would take.</summary>
[MemoryDiagnoser]
public abstract class PeerBenchmarks
{
    private readonly IPeer[] _peers;
    private IPeer _chosen;

    private protected PeerBenchmarks(RatioCase @case)
    {
        _peers = [@case.Ours, .. @case.Contenders.Select(contender => contender.Peer)];
        _chosen = @case.Ours;
    }

    [ParamsSource(nameof(Peers))]
    public string Peer { get; set; } = "";

    public IEnumerable<string> Peers => _peers.Select(peer => peer.Name);

    [GlobalSetup]
    public void Setup() => _chosen = _peers.Single(peer => peer.Name == Peer);

    [Benchmark]
    public int Write() => _chosen.Write().Length;
}
