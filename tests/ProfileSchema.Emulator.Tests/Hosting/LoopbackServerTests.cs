using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ProfileSchema.Emulator.Tests;

public sealed class LoopbackServerTests : EmulatorTest
{
    [Fact]
    public async Task StartAsync_listens_on_loopback_whatever_the_environment_sets()
    {
        Environment.SetEnvironmentVariable("ASPNETCORE_URLS", "http://0.0.0.0:0");
        Environment.SetEnvironmentVariable("DOTNET_URLS", "http://0.0.0.0:0");
        try
        {
            await StartAsync();
        }
        finally
        {
            Environment.SetEnvironmentVariable("ASPNETCORE_URLS", null);
            Environment.SetEnvironmentVariable("DOTNET_URLS", null);
        }

        Assert.Equal(("http", "127.0.0.1"), (Emulator.BaseAddress.Scheme, Emulator.BaseAddress.Host));
        Assert.NotEqual(0, Emulator.BaseAddress.Port);
    }

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("LOCALHOST:1", true)]
    [InlineData("127.0.0.1:1", true)]
    [InlineData("127.8.8.8", true)]
    [InlineData("[::1]:1", true)]
    [InlineData("demo.tt.omtrdc.net", false)]
    [InlineData("localhost.evil.example", false)]
    [InlineData("192.168.0.1", false)]
    [InlineData("0.0.0.0", false)]
    public async Task A_call_with_the_host_of_another_machine_is_answered_with_421(string host, bool answered)
    {
        await StartAsync();
        Account.AddProfile("m");

        Answer answer = await SendAsync(
            HttpMethod.Get,
            $"rest/v1/profiles/thirdPartyId/m?client={Code}",
            headers: headers => headers.Host = host
        );

        Assert.Equal(answered ? HttpStatusCode.OK : HttpStatusCode.MisdirectedRequest, answer.Status);
    }

    [Theory]
    [InlineData("m2/demo")]
    [InlineData("m2/demo/profile/updates")]
    [InlineData("rest/v1/profiles/a/b/c")]
    [Trait("Clause", "FETCH-4")]
    public async Task A_call_to_an_unknown_path_is_answered_with_404_and_without_JSON(string target)
    {
        await StartAsync();
        Answer answer = await GetAsync(target);
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.DoesNotContain("{", answer.Body, StringComparison.Ordinal);
        Assert.Equal(TargetOperation.Unknown, Emulator.Calls[0].Operation);
    }

    [Fact]
    public async Task StartAsync_with_a_port_uses_it_or_throws_if_it_is_in_use()
    {
        await StartAsync();
        int taken = Emulator.BaseAddress.Port;
        await Assert.ThrowsAnyAsync<IOException>(() => TargetEmulator.StartAsync(new() { Port = taken }, Cancel));
        await Emulator.DisposeAsync();
        await using TargetEmulator second = await TargetEmulator.StartAsync(new() { Port = taken }, Cancel);
        Assert.Equal(taken, second.BaseAddress.Port);
    }

    [Fact]
    public async Task StartAsync_with_options_out_of_range_throws()
    {
        TargetEmulatorOptions[] wrong =
        [
            new() { Port = -1 },
            new() { Port = 65_536 },
            new() { ClientCodes = ["a.b"] },
            new() { AccountTokens = new Dictionary<string, string> { ["-"] = "t" } },
            new() { ProcessingDelay = TimeSpan.FromTicks(-1) },
            new() { BulkCallsPerMinute = -1 },
            new() { SingleUpdatesPerDay = -1 },
            new() { KeptStatuses = -1 },
            new() { StatusLifetime = TimeSpan.FromTicks(-1) },
            new() { MaxRecordedCalls = -1 },
            new() { MaxRecordedBatches = -1 },
            new() { StatusReplyForm = (StatusReplyForm)9 },
            new() { TokenRefusalStatus = HttpStatusCode.OK },
        ];
        foreach (TargetEmulatorOptions options in wrong)
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(() => TargetEmulator.StartAsync(options, Cancel));
        }
    }

    [Fact]
    public async Task DisposeAsync_does_not_wait_for_a_caller_that_hangs()
    {
        await StartAsync();
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, Emulator.BaseAddress.Port, Cancel);
        string head = $"POST /m2/{Code}/profile/update HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nm";
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), Cancel);
        await Emulator.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30), Cancel);
        Assert.All(Emulator.Calls, call => Assert.Null(call.ReplyStatus));
    }

    [Fact]
    public async Task An_oversized_body_of_undeclared_length_is_answered_with_413()
    {
        await StartAsync();
        using var http = new HttpClient();
        using var body = new PushedContent(200);
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            $"{Emulator.BaseAddress}m2/{Code}/v2/profile/batchUpdate"
        )
        {
            Content = body,
        };

        using HttpResponseMessage response = await http.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal(PushedContent.ChunkBytes * 200, Emulator.Calls[0].BodyLength);
        Assert.True(Emulator.Calls[0].Body.IsEmpty);
    }

    [Fact]
    [Trait("Clause", "BULK-7")]
    public async Task An_upload_that_breaks_off_is_recorded_and_not_applied()
    {
        await StartAsync();
        using (var socket = new TcpClient())
        {
            await socket.ConnectAsync(IPAddress.Loopback, Emulator.BaseAddress.Port, Cancel);
            string head =
                $"POST /m2/{Code}/v2/profile/batchUpdate HTTP/1.1\r\nHost: localhost\r\n"
                + $"Content-Type: {FormType}\r\nContent-Length: 1000\r\n\r\nbatch=thirdPartyId,a\nk,v\n";
            await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), Cancel);
            await socket.GetStream().FlushAsync(Cancel);
        }

        while (Emulator.CallCount == 0)
        {
            await Task.Delay(10, Cancel);
        }

        Assert.Null(Assert.Single(Emulator.Calls).ReplyStatus);
        Assert.Empty(Account.Batches);
    }
}

/// <summary>A body that is sent in chunks, its length unknown beforehand.</summary>
internal sealed class PushedContent : HttpContent
{
    public const int ChunkBytes = 1_000_000;

    private readonly int _chunks;

    public PushedContent(int chunks)
    {
        _chunks = chunks;
        Headers.TryAddWithoutValidation("Content-Type", "application/x-www-form-urlencoded");
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        byte[] chunk = new byte[ChunkBytes];
        for (int sent = 0; sent < _chunks; sent++)
        {
            await stream.WriteAsync(chunk);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
