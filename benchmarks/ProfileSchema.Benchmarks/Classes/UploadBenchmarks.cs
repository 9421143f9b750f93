using BenchmarkDotNet.Attributes;
using ProfileSchema.Benchmarks.EndToEnd;
using ProfileSchema.Benchmarks.Rows;
using ProfileSchema.Client;

namespace ProfileSchema.Benchmarks.Classes;

/// <summary>The client end to end over loopback.</summary>
[MemoryDiagnoser]
public class UploadBenchmarks
{
    private readonly Member[] _rows = MemberRows.Make(100_000);
    private DiscardingServer _server = null!;
    private ProfileClient _client = null!;

    [GlobalSetup]
    public void Setup()
    {
        _server = new DiscardingServer(overTls: false);
        _client = new ProfileClient(
            new ProfileClientOptions { ClientCode = "benchmark", BaseAddress = _server.Address }
        );
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        _client.Dispose();
        _server.Dispose();
    }

    [Benchmark]
    public Task<BulkResult> UpdateManyAsync() =>
        _client.UpdateManyAsync(_rows, new BulkOptions { StatusTimeout = TimeSpan.Zero });
}
