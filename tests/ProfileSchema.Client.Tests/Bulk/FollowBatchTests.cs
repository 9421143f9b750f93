using System.Net;
using Microsoft.AspNetCore.Http;
using ProfileSchema.Emulator;

namespace ProfileSchema.Client.Tests.Bulk;

public sealed class FollowBatchTests : EmulatorTest
{
    private const string Complete =
        "<response><status>complete</status><batchSize>1</batchSize><successfulUpdates>1</successfulUpdates></response>";
    private const string Incomplete = "<response><status>incomplete</status><batchSize>1</batchSize></response>";

    [Fact]
    [Trait("Clause", "STATUS-5")]
    public async Task FollowBatch_of_a_batch_that_takes_an_hour_returns_its_counts_after_the_hour()
    {
        TargetEmulator emulator = await StartEmulatorAsync(
            new TargetEmulatorOptions { ProcessingDelay = TimeSpan.FromHours(1) }
        );
        ProfileClient client = CreateClient(emulator);
        Uri url = await SendAsync(client);
        DateTimeOffset start = Clock.GetUtcNow();

        BatchStatus status = await client.FollowBatchAsync(
            url,
            new FollowBatchOptions { StatusTimeout = TimeSpan.FromHours(2) },
            Cancellation
        );

        Assert.Equal((true, BatchState.Complete, 1), (status.IsCompleted, status.State, status.Updated));
        Assert.InRange(Clock.GetUtcNow() - start, TimeSpan.FromMinutes(55), TimeSpan.FromMinutes(66));
        Assert.InRange(emulator.CallCount, 10, 20);
    }

    [Fact]
    public async Task FollowBatch_after_its_timeout_returns_the_last_status_which_is_not_completed()
    {
        TargetEmulator emulator = await StartEmulatorAsync(
            new TargetEmulatorOptions { ProcessingDelay = TimeSpan.FromHours(3) }
        );
        ProfileClient client = CreateClient(emulator);
        Uri url = await SendAsync(client);
        DateTimeOffset start = Clock.GetUtcNow();

        BatchStatus status = await client.FollowBatchAsync(
            url,
            new FollowBatchOptions
            {
                StatusTimeout = TimeSpan.FromMinutes(10),
                StatusInterval = TimeSpan.FromMinutes(4),
            },
            Cancellation
        );

        Assert.Equal((false, BatchState.Incomplete), (status.IsCompleted, status.State));
        Assert.InRange(Clock.GetUtcNow() - start, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(11));
    }

    [Fact]
    [Trait("Clause", "STATUS-4")]
    public async Task FollowBatch_of_a_batch_that_the_service_does_not_keep_returns_Unknown_at_once()
    {
        await using LoopbackServer server = await ServeAsync(_ => (404, ""));
        using ProfileClient client = server.CreateClient();

        BatchStatus status = await client.FollowBatchAsync(StatusOf(server), null, Cancellation);

        Assert.Equal((false, BatchState.Unknown), (status.IsCompleted, status.State));
    }

    [Fact]
    [Trait("Clause", "STATUS-4")]
    public async Task FollowBatch_of_a_batch_that_is_forgotten_while_it_is_followed_returns_what_was_known()
    {
        await using LoopbackServer server = await ServeAsync(call => call < 3 ? (200, Incomplete) : (404, ""));
        using ProfileClient client = server.CreateClient();

        BatchStatus status = await client.FollowBatchAsync(StatusOf(server), null, Cancellation);

        Assert.Equal((BatchState.Incomplete, 1), (status.State, status.BatchSize));
    }

    [Theory]
    [Trait("Clause", "STATUS-3")]
    [InlineData(200, "<response><status>processing</status></response>")]
    [InlineData(503, "")]
    [InlineData(500, "")]
    [InlineData(429, "")]
    public async Task FollowBatch_asks_again_after_an_unknown_word_and_a_transient_failure(int statusCode, string reply)
    {
        int calls = 0;
        await using LoopbackServer server = await ServeAsync(call =>
        {
            calls = call;
            return call < 4 ? (statusCode, reply) : (200, Complete);
        });
        using ProfileClient client = server.CreateClient();

        BatchStatus status = await client.FollowBatchAsync(StatusOf(server), null, Cancellation);

        Assert.Equal((4, BatchState.Complete, 1), (calls, status.State, status.Updated));
    }

    [Fact]
    [Trait("Clause", "AUTH-1")]
    public async Task FollowBatch_that_is_not_let_in_throws_at_once()
    {
        int calls = 0;
        await using LoopbackServer server = await ServeAsync(call => (401, $"{calls = call}"));
        using ProfileClient client = server.CreateClient();

        var exception = await Assert.ThrowsAsync<ProfileRequestException>(() =>
            client.FollowBatchAsync(StatusOf(server), null, Cancellation)
        );

        Assert.Equal((HttpStatusCode.Unauthorized, 1), (exception.StatusCode, calls));
    }

    [Fact]
    public async Task FollowBatch_that_never_gets_a_status_throws_the_last_failure_after_its_timeout()
    {
        await using LoopbackServer server = await ServeAsync(_ => (500, ""));
        using ProfileClient client = server.CreateClient(clock: Clock);
        DateTimeOffset start = Clock.GetUtcNow();

        var exception = await Assert.ThrowsAsync<ProfileRequestException>(() =>
            client.FollowBatchAsync(StatusOf(server), null, Cancellation)
        );

        Assert.Equal((HttpStatusCode.InternalServerError, true), (exception.StatusCode, exception.IsTransient));
        Assert.InRange(Clock.GetUtcNow() - start, TimeSpan.FromHours(1), TimeSpan.FromHours(1.1));
    }

    [Fact]
    public async Task FollowBatch_that_is_canceled_between_two_requests_ends()
    {
        using var canceling = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        await using LoopbackServer server = await ServeAsync(call =>
        {
            if (call == 2)
            {
                canceling.Cancel();
            }

            return (200, Incomplete);
        });
        using ProfileClient client = server.CreateClient();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            client.FollowBatchAsync(StatusOf(server), null, canceling.Token)
        );
    }

    [Fact]
    [Trait("Clause", "STATUS-6")]
    public async Task FollowBatch_of_an_address_elsewhere_is_refused()
    {
        TargetEmulator emulator = await StartEmulatorAsync();

        await Assert.ThrowsAsync<ArgumentException>(
            "statusUrl",
            () => CreateClient(emulator).FollowBatchAsync(new Uri("https://example.com/s"), null, Cancellation)
        );

        Assert.Empty(emulator.Calls);
    }

    private static async Task<Uri> SendAsync(ProfileClient client)
    {
        BulkResult result = await client.UpdateManyAsync(
            [new Member("m1", "x")],
            new BulkOptions { StatusTimeout = TimeSpan.Zero },
            null,
            Cancellation
        );
        return result.Files[0].StatusUrl!;
    }

    /// <param name="reply">The status and the text for the nth call, counted from 1.</param>
    private static Task<LoopbackServer> ServeAsync(Func<int, (int Status, string Text)> reply)
    {
        int calls = 0;
        return LoopbackServer.StartAsync(context =>
        {
            (context.Response.StatusCode, string text) = reply(Interlocked.Increment(ref calls));
            return context.Response.WriteAsync(text, context.RequestAborted);
        });
    }

    private static Uri StatusOf(LoopbackServer server) => new(server.Address, "/s?batchId=1");
}
