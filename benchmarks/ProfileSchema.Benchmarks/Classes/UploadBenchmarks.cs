using System.Text;
using BenchmarkDotNet.Attributes;
using ProfileSchema.Benchmarks.EndToEnd;
using ProfileSchema.Benchmarks.Rows;
using ProfileSchema.Client;

namespace ProfileSchema.Benchmarks.Classes;

/// <summary>The client end to end over loopback, beside the platform's client with the bytes ready.</summary>
[MemoryDiagnoser]
public class UploadBenchmarks
{
    private static readonly BulkOptions Options = new() { StatusTimeout = TimeSpan.Zero };

    private readonly Member[] _rows = MemberRows.Make(100_000);
    private byte[] _file = [];
    private DiscardingServer _server = null!;
    private HttpClient _http = null!;
    private LocalAccountQuota _quota = null!;
    private ProfileClient _client = null!;

    [GlobalSetup]
    public void Setup()
    {
        _file = Encoding.ASCII.GetBytes(ProfileSerializer.ToBatchString(_rows));
        _server = new DiscardingServer();
        _http = UploadChildren.Connect(_server.CertificateHash);

        // Without end, since what is measured is the work and not the waiting (BULK-5).
        _quota = new LocalAccountQuota(new AccountQuotaOptions { CallsPerMinute = 1_000_000 });
        _client = new ProfileClient(
            new ProfileClientOptions
            {
                ClientCode = "benchmark",
                BaseAddress = _server.Address,
                Quota = _quota,
            },
            _http
        );
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        _client.Dispose();
        _http.Dispose();
        _quota.Dispose();
        _server.Dispose();
    }

    [Benchmark(Baseline = true)]
    public Task<BulkResult> UpdateManyAsync() => _client.UpdateManyAsync(_rows, Options);

    [Benchmark]
    public async Task PostAsync()
    {
        using var content = new ByteArrayContent(_file);
        using HttpResponseMessage response = await _http.PostAsync(UploadChildren.Target(_server.Address), content);
        response.EnsureSuccessStatusCode();
    }
}
