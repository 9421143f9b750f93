using System.Net.Sockets;
using ProfileSchema.Emulator;

namespace ProfileSchema.Client.Tests.Http;

/// <summary>Timeouts of the platform's come as cancellations, though nobody cancelled.</summary>
public sealed class TimeoutTests : EmulatorTest
{
    [Fact]
    [Trait("Clause", "BULK-9")]
    public async Task A_timeout_of_the_callers_own_client_is_told_with_what_to_set()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
            Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted)
        );
        using var hasty = new HttpClient { Timeout = TimeSpan.FromMilliseconds(50) };
        using var client = new ProfileClient(
            new ProfileClientOptions
            {
                ClientCode = "acme",
                BaseAddress = server.Address,
                MaxAttempts = 1,
            },
            hasty
        );
        const string told =
            "The HttpClient given to the client cut a call off by its own Timeout. Set it to Timeout.InfiniteTimeSpan: each call "
            + "has its own time, and an upload may take long (BULK-9).";
        var exception = await Assert.ThrowsAsync<ProfileRequestException>(() =>
            client.UpdateAsync(new Member("m1", "x"), Cancellation)
        );
        Assert.Equal((told, true), (exception.Message, exception.IsTransient));
        BulkResult result = await client.UpdateManyAsync(
            [new Member("m1", "x")],
            new BulkOptions { MaxAttempts = 1 },
            null,
            Cancellation
        );
        Assert.Equal((1, told), (result.Unconfirmed, result.Files[0].FailureMessage));
    }

    [Fact]
    [Trait("Clause", "STATUS-5")]
    public async Task A_connection_that_is_not_made_in_time_is_one_more_failure_of_the_network()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        int hanging = 1;
        using var http = new HttpClient(
            new SocketsHttpHandler
            {
                ConnectTimeout = TimeSpan.FromMilliseconds(50),
                PooledConnectionLifetime = TimeSpan.Zero,
                ConnectCallback = async (context, cancellationToken) =>
                {
                    bool isGet = context.InitialRequestMessage.Method == HttpMethod.Get;
                    if (isGet && Interlocked.Decrement(ref hanging) >= 0)
                    {
                        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
                    }

                    var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                    await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
                    return new NetworkStream(socket, ownsSocket: true);
                },
            }
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        using var client = new ProfileClient(
            new ProfileClientOptions
            {
                ClientCode = Account,
                BaseAddress = emulator.BaseAddress,
                MaxAttempts = 1,
            },
            http
        );
        BulkResult result = await client.UpdateManyAsync([new Member("m1", "x")], Soon, null, Cancellation);
        Assert.Equal((1, BatchState.Complete), (result.Updated, result.Files[0].State));
        hanging = 1;
        var exception = await Assert.ThrowsAsync<ProfileRequestException>(() =>
            client.FetchAsync(ProfileKey.ThirdPartyId("m1"), Cancellation)
        );
        Assert.True(exception.IsTransient);
        Assert.Contains("did not answer (ConnectionError)", exception.Message, StringComparison.Ordinal);
    }
}
