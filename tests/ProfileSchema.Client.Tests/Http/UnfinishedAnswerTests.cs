using System.Net;
using Microsoft.AspNetCore.Http;
using ProfileSchema.Client.Spool;
using ProfileSchema.Client.Tests.Spool;

namespace ProfileSchema.Client.Tests.Http;

/// <summary>Answers whose status arrives, and whose body never ends.</summary>
public sealed class UnfinishedAnswerTests : SpoolTest
{
    private static readonly Member[] One = [new("m1", "x")];

    private readonly MovedClock _clock = new();
    private int _held;

    public static TheoryData<string, int> SmallCalls =>
        new()
        {
            { "update", 503 },
            { "update", 400 },
            { "fetch", 500 },
            { "fetch", 404 },
            { "status", 400 },
            { "session", 403 },
        };

    [Theory]
    [Trait("Clause", "BULK-5")]
    [Trait("Clause", "BULK-6")]
    [InlineData(503, 2, 1)]
    [InlineData(400, 1, 0)]
    public async Task Sending_a_file_when_an_error_page_never_ends_keeps_the_status(int status, int attempts, int kept)
    {
        await using LoopbackServer server = await AnsweringAsync(status);
        using ProfileClient client = server.CreateClient(clock: _clock);
        DateTimeOffset begunAt = _clock.GetUtcNow();

        BulkResult result = await client.UpdateManyAsync(One, Twice, null, Cancellation);

        Assert.Equal(1, result.Declined);
        Assert.Equal(
            Enumerable.Repeat((BatchOutcome.Declined, (HttpStatusCode?)status), attempts),
            result.Files[0].Attempts.Select(attempt => (attempt.Outcome, attempt.StatusCode))
        );
        Assert.Equal(kept, KeptFiles);
        Assert.InRange(_clock.GetUtcNow() - begunAt, TimeSpan.Zero, TimeSpan.FromMinutes(2));
    }

    [Fact]
    [Trait("Clause", "AUTH-1")]
    public async Task Sending_a_file_when_the_page_of_a_401_never_ends_ends_the_run()
    {
        await using LoopbackServer server = await AnsweringAsync(401);
        using ProfileClient client = server.CreateClient(clock: _clock);

        var exception = await Assert.ThrowsAsync<BulkUpdateException>(() =>
            client.UpdateManyAsync(One, Twice, null, Cancellation)
        );

        Assert.Equal(1, exception.Result.Declined);
        Assert.Equal(HttpStatusCode.Unauthorized, ((ProfileRequestException)exception.InnerException!).StatusCode);
        Assert.Equal(1, KeptFiles);
    }

    [Fact]
    [Trait("Clause", "BULK-3")]
    [Trait("Clause", "BULK-7")]
    public async Task Sending_a_file_when_the_body_of_a_200_never_ends_waits_for_it_and_leaves_the_file_to_the_next_start()
    {
        await using LoopbackServer server = await AnsweringAsync(200);
        using ProfileClient client = server.CreateClient(clock: _clock);

        BulkResult result = await client.UpdateManyAsync(One, Twice, null, Cancellation);

        Assert.Equal((1, 2), (result.Unconfirmed, result.Files[0].Attempts.Count));
        Assert.All(
            result.Files[0].Attempts,
            attempt => Assert.True(attempt.EndedAt - attempt.StartedAt >= TimeSpan.FromMinutes(5))
        );
        Assert.Equal(1, KeptFiles);
    }

    [Theory]
    [Trait("Clause", "BULK-6")]
    [MemberData(nameof(SmallCalls))]
    public async Task Small_call_when_an_error_page_never_ends_keeps_the_status(string call, int status)
    {
        await using LoopbackServer server = await AnsweringAsync(status);
        using ProfileClient client = CreateClient(server, TimeSpan.FromSeconds(100));

        var exception = await Assert.ThrowsAsync<ProfileRequestException>(() => CallAsync(client, call, server));

        Assert.Equal((HttpStatusCode)status, exception.StatusCode);
    }

    [Fact]
    public async Task Small_call_when_its_time_ends_within_an_error_page_keeps_the_status()
    {
        await using LoopbackServer server = await AnsweringAsync(400);
        using ProfileClient client = CreateClient(server, TimeSpan.FromSeconds(1));

        var exception = await Assert.ThrowsAsync<ProfileRequestException>(() => CallAsync(client, "update", server));

        Assert.Equal(HttpStatusCode.BadRequest, exception.StatusCode);
    }

    [Fact]
    public async Task Small_call_when_it_is_canceled_within_an_error_page_is_canceled()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.StatusCode = 400;
            await context.Response.WriteAsync("busy", context.RequestAborted);
            await cancel.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
        });
        using var client = new ProfileClient(
            new ProfileClientOptions { ClientCode = "acme", BaseAddress = server.Address }
        );

        Task<SingleUpdateResult> update = client.UpdateAsync(One[0], cancel.Token);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => update);
    }

    public override async ValueTask DisposeAsync()
    {
        await _clock.DisposeAsync();
        await base.DisposeAsync();
    }

    private BulkOptions Twice => new() { MaxAttempts = 2, SpoolDirectory = Spool };

    private int KeptFiles => Directory.EnumerateFiles(Spool, "*.batch").Count();

    private ProfileClient CreateClient(LoopbackServer server, TimeSpan timeout) =>
        new(
            new ProfileClientOptions
            {
                ClientCode = "acme",
                BaseAddress = server.Address,
                TimeProvider = _clock,
                RequestTimeout = timeout,
                MaxAttempts = 1,
            },
            _clock.CreateHttpClient()
        );

    private static Task CallAsync(ProfileClient client, string call, LoopbackServer server) =>
        call switch
        {
            "update" => client.UpdateAsync(One[0], Cancellation),
            "fetch" => client.FetchAsync(ProfileKey.ThirdPartyId("m1"), Cancellation),
            "status" => client.GetBatchStatusAsync(new Uri(server.Address, "/s"), Cancellation),
            _ => client.UpdateInSessionAsync(One[0], DeliverySession.Start("home"), null, Cancellation),
        };

    private Task<LoopbackServer> AnsweringAsync(int status)
    {
        _clock.HeldCalls = () => Volatile.Read(ref _held);
        return LoopbackServer.StartAsync(async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            context.Response.StatusCode = status;
            context.Response.ContentLength = 5000;
            await context.Response.WriteAsync("busy", context.RequestAborted);
            Interlocked.Increment(ref _held);
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
            }
            finally
            {
                Interlocked.Decrement(ref _held);
            }
        });
    }
}
