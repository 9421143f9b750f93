using Microsoft.AspNetCore.Http;
using ProfileSchema.Emulator;

namespace ProfileSchema.Client.Tests.Bulk;

public sealed class BatchStatusTests : EmulatorTest
{
    [Fact]
    [Trait("Clause", "STATUS-1")]
    [Trait("Clause", "STATUS-3")]
    [Trait("Clause", "BULK-4")]
    public async Task The_address_that_the_service_gave_is_asked_as_it_is()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        BulkResult result = await client.UpdateManyAsync([new Member("m1", "x")], Soon, null, Cancellation);
        emulator.ClearCalls();
        BatchStatus status = await client.GetBatchStatusAsync(result.Files[0].StatusUrl!, Cancellation);
        Assert.Equal(
            (BatchState.Complete, 1, 1, 0, 0),
            (status.State, status.BatchSize, status.Updated, status.NotFound, status.Failed)
        );
        Assert.Equal(result.Files[0].StatusUrl!.PathAndQuery, PathAndQuery(Assert.Single(emulator.Calls)));
        Assert.Contains("&", result.Files[0].StatusUrl!.Query, StringComparison.Ordinal);
        Assert.Empty(emulator.Violations);
    }

    [Fact]
    [Trait("Clause", "STATUS-4")]
    public async Task A_batch_that_the_service_does_not_keep_is_a_state()
    {
        TargetEmulator emulator = await StartEmulatorAsync(new TargetEmulatorOptions { KeptStatuses = 1 });
        ProfileClient client = CreateClient(emulator);
        var options = new BulkOptions { StatusTimeout = TimeSpan.Zero };
        BulkResult first = await client.UpdateManyAsync([new Member("m1", "x")], options, null, Cancellation);
        _ = await client.UpdateManyAsync([new Member("m2", "x")], options, null, Cancellation);
        BatchStatus status = await client.GetBatchStatusAsync(first.Files[0].StatusUrl!, Cancellation);
        Assert.Equal(BatchState.Unknown, status.State);
    }

    [Theory]
    [Trait("Clause", "STATUS-6")]
    [InlineData("https://evil.example.com/m2/acme/profile/batchStatus?batchId=1")]
    [InlineData("https://tt.omtrdc.net.evil.com/s?batchId=1")]
    [InlineData("https://user@mboxedge01.tt.omtrdc.net/s")]
    [InlineData("http://127.0.0.1:1/s")]
    [InlineData("file:///etc/passwd")]
    public async Task An_address_that_may_be_anybodys_is_refused_before_it_is_asked(string address)
    {
        using var client = new ProfileClient(new ProfileClientOptions { ClientCode = "acme" });
        var exception = await Assert.ThrowsAsync<ArgumentException>(() =>
            client.GetBatchStatusAsync(new Uri(address), Cancellation)
        );
        Assert.Contains("STATUS-6", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "STATUS-6")]
    [Trait("Clause", "AUTH-4")]
    public async Task An_edge_host_is_asked_over_https_with_path_and_query_as_they_were()
    {
        var handler = new Recording();
        using var http = new HttpClient(handler);
        using var client = new ProfileClient(
            new ProfileClientOptions { ClientCode = "acme", TokenSource = ProfileTokenSource.Fixed("t") },
            http
        );
        await client.GetBatchStatusAsync(
            new Uri("http://mboxedge28.tt.omtrdc.net/m2/acme/profile/batchStatus?m2Node=n&mboxPC=a%2Eb&batchId=1"),
            Cancellation
        );
        Assert.Equal(
            "https://mboxedge28.tt.omtrdc.net/m2/acme/profile/batchStatus?m2Node=n&mboxPC=a%2Eb&batchId=1&showDetails=true",
            handler.Asked
        );
    }

    [Theory]
    [Trait("Clause", "STATUS-7")]
    [InlineData("<html>Welcome</html>")]
    [InlineData("")]
    [InlineData("<!DOCTYPE r [<!ENTITY a \"b\">]><response><status>&a;</status></response>")]
    public async Task What_is_no_status_is_an_error(string body)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
            context.Response.WriteAsync(body, context.RequestAborted)
        );
        using ProfileClient client = server.CreateClient();
        var exception = await Assert.ThrowsAsync<ProfileRequestException>(() =>
            client.GetBatchStatusAsync(new Uri(server.Address, "/s?batchId=4711"), Cancellation)
        );
        Assert.DoesNotContain("4711", exception.ToString(), StringComparison.Ordinal);
    }

    private static string PathAndQuery(ReceivedCall call) => $"{call.Path}?{call.RawQuery.TrimStart('?')}";

    private sealed class Recording : HttpMessageHandler
    {
        public string? Asked { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            Asked = request.RequestUri!.OriginalString;
            return Task.FromResult(
                new HttpResponseMessage
                {
                    RequestMessage = request,
                    Content = new StringContent("<response><status>complete</status></response>"),
                }
            );
        }
    }
}
