using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using ProfileSchema.Emulator;

namespace ProfileSchema.Client.Tests.Http;

/// <summary>Servers that answer an upload before they read it.</summary>
[Trait("Clause", "BULK-9")]
public sealed class EarlyAnswerTests : EmulatorTest
{
    private const string Accepted = "<response><success>true</success></response>";

    [Theory]
    [InlineData("413 Payload Too Large", 413)]
    [InlineData("302 Found\r\nLocation: https://elsewhere.example", 302)]
    [InlineData("503 Service Unavailable\r\nRetry-After: 7", 503)]
    public async Task Sending_a_large_file_when_it_is_refused_before_its_body_keeps_the_status(string head, int status)
    {
        await using var server = new ClosingServer(head);
        using ProfileClient client = CreateClient(server.Address);

        BulkResult result = await client.SendBatchFileAsync(
            LargeFile(),
            new BulkOptions { MaxAttempts = 1 },
            null,
            Cancellation
        );

        BulkAttempt attempt = Assert.Single(result.Files[0].Attempts);
        Assert.Equal((BatchOutcome.Declined, (HttpStatusCode?)status), (attempt.Outcome, attempt.StatusCode));
        Assert.Equal(1, server.Calls);
    }

    [Theory]
    [Trait("Clause", "BULK-6")]
    [InlineData("413 Payload Too Large")]
    [InlineData("302 Found\r\nLocation: https://elsewhere.example")]
    public async Task Sending_a_large_file_when_it_is_refused_before_its_body_is_not_repeated(string head)
    {
        await using var server = new ClosingServer(head);
        using ProfileClient client = CreateClient(server.Address);

        BulkResult result = await client.SendBatchFileAsync(LargeFile(), null, null, Cancellation);

        Assert.Single(result.Files[0].Attempts);
        Assert.Equal(1, server.Calls);
    }

    [Fact]
    [Trait("Clause", "AUTH-1")]
    public async Task Sending_a_large_file_when_a_403_comes_before_its_body_ends_the_run()
    {
        await using var server = new ClosingServer("403 Forbidden");
        using ProfileClient client = CreateClient(server.Address);

        var exception = await Assert.ThrowsAsync<BulkUpdateException>(() =>
            client.SendBatchFileAsync(LargeFile(), null, null, Cancellation)
        );

        BulkAttempt attempt = Assert.Single(exception.Result.Files[0].Attempts);
        Assert.Equal((BatchOutcome.Declined, HttpStatusCode.Forbidden), (attempt.Outcome, attempt.StatusCode!.Value));
        Assert.Equal(1, server.Calls);
    }

    [Fact]
    [Trait("Clause", "BULK-5")]
    public async Task Sending_a_large_file_when_a_503_comes_before_its_body_waits_as_long_as_it_says()
    {
        await using var server = new ClosingServer("503 Service Unavailable\r\nRetry-After: 7");
        using ProfileClient client = CreateClient(server.Address);

        BulkResult result = await client.SendBatchFileAsync(
            LargeFile(),
            new BulkOptions { MaxAttempts = 2 },
            null,
            Cancellation
        );

        IReadOnlyList<BulkAttempt> attempts = result.Files[0].Attempts;
        Assert.Equal(2, attempts.Count);
        Assert.Equal(TimeSpan.FromSeconds(7), attempts[1].StartedAt - attempts[0].EndedAt);
    }

    [Fact]
    public async Task Sending_large_files_when_something_answers_417_sends_each_once_and_announces_none_any_more()
    {
        var expectations = new List<string>();
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            string expectation = context.Request.Headers.Expect.ToString();
            expectations.Add(expectation);
            if (expectation.Length > 0)
            {
                context.Response.StatusCode = 417;
                return;
            }

            context.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = null;
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            await context.Response.WriteAsync(Accepted, context.RequestAborted);
        });
        using ProfileClient client = CreateClient(server.Address);
        var options = new BulkOptions { MaxAttempts = 1 };

        BulkResult first = await client.SendBatchFileAsync(LargeFile(), options, null, Cancellation);
        BulkResult second = await client.SendBatchFileAsync(LargeFile(), options, null, Cancellation);

        Assert.Equal(["100-continue", "", ""], expectations);
        Assert.Equal((1, 1), (first.Files[0].Attempts.Count, second.Files[0].Attempts.Count));
        Assert.True(first.Accepted > 0 && second.Accepted > 0);
    }

    [Fact]
    public async Task Sending_a_file_of_up_to_a_megabyte_announces_nothing()
    {
        string? expectation = null;
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            expectation = context.Request.Headers.Expect.ToString();
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            await context.Response.WriteAsync(Accepted, context.RequestAborted);
        });
        using ProfileClient client = CreateClient(server.Address);

        BulkResult result = await client.SendBatchFileAsync(File(1_000_000), null, null, Cancellation);

        Assert.Equal(("", 1_000_000L), (expectation, result.Files[0].Bytes));
    }

    [Fact]
    public async Task Announcing_a_file_to_the_emulator_is_answered_with_100()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, emulator.BaseAddress.Port, Cancellation);
        NetworkStream stream = socket.GetStream();
        const string body = "batch=thirdPartyId,city\nm1,x\n";
        string head =
            $"POST /m2/{Account}/v2/profile/batchUpdate HTTP/1.1\r\nHost: {emulator.BaseAddress.Authority}\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nExpect: 100-continue\r\n"
            + $"Content-Length: {body.Length}\r\n\r\n";

        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), Cancellation);
        var answer = new byte["HTTP/1.1 100 Continue\r\n\r\n".Length];
        await stream.ReadExactlyAsync(answer, Cancellation);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(body), Cancellation);
        var reply = new byte["HTTP/1.1 200".Length];
        await stream.ReadExactlyAsync(reply, Cancellation);

        Assert.Equal("HTTP/1.1 100 Continue\r\n\r\n", Encoding.ASCII.GetString(answer));
        Assert.Equal("HTTP/1.1 200", Encoding.ASCII.GetString(reply));
    }

    private ProfileClient CreateClient(Uri address) =>
        new(
            new ProfileClientOptions
            {
                ClientCode = Account,
                BaseAddress = address,
                TimeProvider = Clock,
            },
            Clock.CreateHttpClient()
        );

    private static MemoryStream LargeFile() => File(40_000_000);

    /// <summary>A batch file of exactly so many bytes.</summary>
    private static MemoryStream File(int bytes)
    {
        var file = new StringBuilder("batch=thirdPartyId,city\n", bytes);
        for (int i = 0; file.Length + 300 < bytes; i++)
        {
            file.Append('m').Append(i).Append(',').Append('x', 200).Append('\n');
        }

        file.Append("last,");
        file.Append('x', bytes - file.Length - 1).Append('\n');
        return new MemoryStream(Encoding.ASCII.GetBytes(file.ToString()));
    }

    /// <summary>A server that reads a head, answers, and closes the connection with the body unread.</summary>
    private sealed class ClosingServer : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly CancellationTokenSource _stop = new();
        private readonly string _head;
        private readonly Task _serving;
        private int _calls;

        public ClosingServer(string head)
        {
            _head = head;
            _listener.Start();
            Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
            _serving = ServeAsync();
        }

        public Uri Address { get; }

        public int Calls => Volatile.Read(ref _calls);

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await _serving;
            _listener.Stop();
            _stop.Dispose();
        }

        private async Task ServeAsync()
        {
            try
            {
                while (true)
                {
                    using Socket socket = await _listener.AcceptSocketAsync(_stop.Token);
                    Interlocked.Increment(ref _calls);
                    await AnswerAsync(socket);
                }
            }
            catch (OperationCanceledException)
            {
                // The test is over.
            }
        }

        private async Task AnswerAsync(Socket socket)
        {
            var buffer = new byte[16 * 1024];
            int length = 0;
            while (buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) < 0)
            {
                length += await socket.ReceiveAsync(buffer.AsMemory(length), _stop.Token);
            }

            await socket.SendAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {_head}\r\nContent-Length: 0\r\n\r\n"));
        }
    }
}
