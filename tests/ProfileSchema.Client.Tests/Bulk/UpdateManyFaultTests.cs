using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using ProfileSchema.Emulator;

namespace ProfileSchema.Client.Tests.Bulk;

public sealed class UpdateManyFaultTests : EmulatorTest
{
    private static readonly Member[] ThreeMembers = [new("m0", "a"), new("m1", "b"), new("m2", "c")];

    [Fact]
    public async Task A_failing_source_ends_the_run_with_a_truthful_result()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        static IEnumerable<Member> Source()
        {
            for (int i = 0; i < 5; i++)
            {
                yield return new Member($"m{i}", "x");
            }

            throw new InvalidDataException("line 6");
        }

        var options = new BulkOptions { StatusInterval = Soon.StatusInterval, MaxRowsPerFile = 2 };
        var exception = await Assert.ThrowsAsync<BulkUpdateException>(() =>
            CreateClient(emulator).UpdateManyAsync(Source(), options, null, Cancellation)
        );
        Assert.IsType<InvalidDataException>(exception.InnerException);
        UpdateManyTests.AssertBalanced(exception.Result);
        Assert.Equal((5, 4, 1), (exception.Result.Read, exception.Result.Accepted, exception.Result.NotSent));
        Assert.Equal(4, exception.Result.StatusUnknown);
    }

    [Fact]
    public async Task Cancelling_ends_the_run_with_a_truthful_result()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        async IAsyncEnumerable<Member> Source()
        {
            for (int i = 0; ; i++)
            {
                if (i == 5)
                {
                    await cancel.CancelAsync();
                }

                yield return new Member($"m{i}", "x");
            }
        }

        var options = new BulkOptions { StatusInterval = Soon.StatusInterval, MaxRowsPerFile = 2 };
        var exception = await Assert.ThrowsAsync<BulkUpdateCanceledException>(() =>
            CreateClient(emulator).UpdateManyAsync(Source(), options, null, cancel.Token)
        );
        UpdateManyTests.AssertBalanced(exception.Result);
        Assert.Equal(6, exception.Result.Read);
        Assert.InRange(exception.Result.NotSent, 1, 6);
        Assert.Equal(cancel.Token, exception.CancellationToken);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cancelled_UpdateMany_has_read_each_profile_that_it_took_from_a_queue(bool isAsync)
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        ProfileClient client = CreateClient(emulator);
        var queue = new Queue<Member>(Enumerable.Range(0, 10).Select(i => new Member($"m{i}", "x")));
        IEnumerable<Member> Source()
        {
            while (queue.TryDequeue(out Member? member))
            {
                if (queue.Count == 4)
                {
                    cancel.Cancel();
                }

                yield return member;
            }
        }

        async IAsyncEnumerable<Member> AsyncSource()
        {
            foreach (Member member in Source())
            {
                await Task.Yield();
                yield return member;
            }
        }

        var exception = await Assert.ThrowsAsync<BulkUpdateCanceledException>(() =>
            isAsync
                ? client.UpdateManyAsync(AsyncSource(), Soon, null, cancel.Token)
                : client.UpdateManyAsync(Source(), Soon, null, cancel.Token)
        );

        UpdateManyTests.AssertBalanced(exception.Result);
        Assert.Equal(10 - queue.Count, exception.Result.Read);
    }

    [Fact]
    public async Task Whatever_a_source_throws_once_the_run_is_cancelled_it_was_cancelled()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        async IAsyncEnumerable<Member> Source()
        {
            yield return new Member("m", "x");
            await cancel.CancelAsync();
            throw new InvalidDataException("The query was cancelled by its user.");
        }

        var exception = await Assert.ThrowsAsync<BulkUpdateCanceledException>(() =>
            CreateClient(emulator).UpdateManyAsync(Source(), Soon, null, cancel.Token)
        );
        UpdateManyTests.AssertBalanced(exception.Result);
        Assert.Equal((1, 1), (exception.Result.Read, exception.Result.NotSent));
        Assert.IsType<InvalidDataException>(exception.InnerException);
    }

    [Fact]
    public async Task A_source_that_fails_to_stop_hides_neither_the_result_nor_what_ended_the_run()
    {
        TargetEmulator emulator = await StartEmulatorAsync(new TargetEmulatorOptions { RequiredToken = "secret" });
        static async IAsyncEnumerable<Member> Source([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await using CancellationTokenRegistration stopping = cancellationToken.Register(() =>
                throw new InvalidDataException("The connection is gone.")
            );
            for (int i = 0; ; i++)
            {
                yield return new Member($"m{i}", "x");
                await Task.Yield();
            }
        }

        var options = new BulkOptions { StatusInterval = Soon.StatusInterval, MaxRowsPerFile = 2 };
        var exception = await Assert.ThrowsAsync<BulkUpdateException>(() =>
            CreateClient(emulator).UpdateManyAsync(Source(Cancellation), options, null, Cancellation)
        );
        UpdateManyTests.AssertBalanced(exception.Result);
        Assert.Equal(2, exception.Result.Declined);
        Assert.IsType<ProfileRequestException>(exception.InnerException);
    }

    [Fact]
    public async Task Cancelling_while_a_file_is_under_way_leaves_it_unconfirmed()
    {
        var arrived = new TaskCompletionSource();
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            arrived.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
        });
        using ProfileClient client = server.CreateClient();
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        Task<BulkResult> run = client.UpdateManyAsync(ThreeMembers, Soon, null, cancel.Token);
        await arrived.Task.WaitAsync(Cancellation);
        await cancel.CancelAsync();
        var exception = await Assert.ThrowsAsync<BulkUpdateCanceledException>(() => run);
        UpdateManyTests.AssertBalanced(exception.Result);
        Assert.Equal((3, 3), (exception.Result.Read, exception.Result.Unconfirmed));
    }

    [Theory]
    [Trait("Clause", "AUTH-1")]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.Unauthorized)]
    public async Task A_client_that_is_not_let_in_ends_the_run(HttpStatusCode refusal)
    {
        TargetEmulator emulator = await StartEmulatorAsync(
            new TargetEmulatorOptions { RequiredToken = "secret", TokenRefusalStatus = refusal }
        );
        var options = new BulkOptions { StatusInterval = Soon.StatusInterval, MaxRowsPerFile = 2 };
        var exception = await Assert.ThrowsAsync<BulkUpdateException>(() =>
            CreateClient(emulator).UpdateManyAsync(ThreeMembers, options, null, Cancellation)
        );
        Assert.Contains("TokenSource", exception.Message, StringComparison.Ordinal);
        UpdateManyTests.AssertBalanced(exception.Result);
        Assert.Equal((3, 2, 1), (exception.Result.Read, exception.Result.Declined, exception.Result.NotSent));
        Assert.Equal(refusal, Assert.IsType<ProfileRequestException>(exception.InnerException).StatusCode);
    }

    [Fact]
    public async Task A_token_source_that_fails_leaves_the_file_not_sent()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator, options => options.TokenSource = new FailingSource());
        var exception = await Assert.ThrowsAsync<BulkUpdateException>(() =>
            client.UpdateManyAsync(ThreeMembers, Soon, null, Cancellation)
        );
        Assert.Equal((3, 3), (exception.Result.Read, exception.Result.NotSent));
        Assert.Empty(emulator.Calls);
    }

    [Theory]
    [Trait("Clause", "BULK-3")]
    [InlineData(
        200,
        "<response><success>false</success><batchStatus/><message>No m1 here</message></response>",
        "No [removed] here"
    )]
    [InlineData(400, "m2 is bad", "[removed] is bad")]
    [InlineData(503, "", null)]
    public async Task A_file_that_the_service_refuses_does_not_throw(int status, string body, string? message)
    {
        await using LoopbackServer server = await AnsweringAsync(status, body);
        using ProfileClient client = server.CreateClient();
        BulkResult result = await client.UpdateManyAsync(ThreeMembers, Soon, null, Cancellation);
        UpdateManyTests.AssertBalanced(result);
        Assert.Equal(3, result.Declined);
        Assert.Equal((BatchOutcome.Declined, message), (result.Files[0].Outcome, result.Files[0].ServiceMessage));
    }

    [Theory]
    [Trait("Clause", "BULK-7")]
    [InlineData(200, "<html>Welcome</html>")]
    [InlineData(200, "")]
    [InlineData(200, "<response><succ")]
    [InlineData(502, "bad gateway")]
    [InlineData(500, "")]
    public async Task A_file_without_a_clear_answer_is_unconfirmed(int status, string body)
    {
        await using LoopbackServer server = await AnsweringAsync(status, body);
        using ProfileClient client = server.CreateClient();
        BulkResult result = await client.UpdateManyAsync(ThreeMembers, Soon, null, Cancellation);
        UpdateManyTests.AssertBalanced(result);
        Assert.Equal(3, result.Unconfirmed);
    }

    [Fact]
    [Trait("Clause", "BULK-7")]
    public async Task A_file_whose_connection_breaks_is_sent_again()
    {
        int calls = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            if (Interlocked.Increment(ref calls) == 1)
            {
                context.Abort();
                return;
            }

            await context.Response.WriteAsync("<response><success>true</success></response>", context.RequestAborted);
        });
        using ProfileClient client = server.CreateClient();
        var options = new BulkOptions { MaxRowsPerFile = 2, StatusInterval = Soon.StatusInterval };
        BulkResult result = await client.UpdateManyAsync(ThreeMembers, options, null, Cancellation);
        UpdateManyTests.AssertBalanced(result);
        Assert.Equal((3, 3), (result.Accepted, result.StatusUnknown));
        Assert.Equal([2, 1], result.Files.Select(file => file.Attempts.Count));
        Assert.Equal(BatchOutcome.Unconfirmed, result.Files[0].Attempts[0].Outcome);
    }

    [Fact]
    [Trait("Clause", "STATUS-4")]
    public async Task A_status_that_is_not_known_in_time_is_counted_as_unknown()
    {
        TargetEmulator emulator = await StartEmulatorAsync(
            new TargetEmulatorOptions { ProcessingDelay = TimeSpan.FromHours(2) }
        );
        var options = new BulkOptions
        {
            StatusInterval = TimeSpan.FromMilliseconds(30),
            StatusTimeout = TimeSpan.FromMilliseconds(100),
        };
        BulkResult result = await CreateClient(emulator).UpdateManyAsync(ThreeMembers, options, null, Cancellation);
        UpdateManyTests.AssertBalanced(result);
        Assert.Equal((3, 3), (result.Accepted, result.StatusUnknown));
        Assert.Equal(BatchState.Incomplete, result.Files[0].State);
    }

    [Fact]
    [Trait("Clause", "STATUS-5")]
    public async Task A_wall_clock_that_leaps_neither_ends_nor_shortens_the_following()
    {
        TargetEmulator emulator = await StartEmulatorAsync(
            new TargetEmulatorOptions { ProcessingDelay = TimeSpan.FromMilliseconds(100) }
        );
        ProfileClient client = CreateClient(emulator, options => options.TimeProvider = new LeapingClock(Clock));
        BulkResult result = await client.UpdateManyAsync(ThreeMembers, Soon, null, Cancellation);
        Assert.Equal((3, BatchState.Complete), (result.Updated, result.Files[0].State));
    }

    [Fact]
    [Trait("Clause", "STATUS-2")]
    public async Task A_status_that_broke_off_before_its_counts_is_asked_again()
    {
        string[] replies =
        [
            "<response><status>complete</status><successfulUpd",
            "<response><status>complete</status><successfulUpdates>2</successfulUpdates><failedUpdates>1</failedUpdates></response>",
        ];
        int asked = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
            context.Response.WriteAsync(
                context.Request.Method == "POST"
                    ? $"<response><success>true</success><batchStatus>http://{context.Request.Host}/s</batchStatus></response>"
                    : replies[asked++],
                context.RequestAborted
            )
        );
        using ProfileClient client = server.CreateClient();
        BulkResult result = await client.UpdateManyAsync(ThreeMembers, Soon, null, Cancellation);
        Assert.Equal((2, 2, 1), (asked, result.Updated, result.Failed));
    }

    [Theory]
    [Trait("Clause", "STATUS-2")]
    [Trait("Clause", "STATUS-3")]
    [Trait("Clause", "BULK-8")]
    [InlineData(
        "<status>complete</status><successfulUpdates>1</successfulUpdates><failedUpdates>1</failedUpdates>",
        1,
        1,
        1
    )]
    [InlineData("<status>stuck</status><successfulUpdates>2</successfulUpdates>", 2, 0, 1)]
    [InlineData("<status>complete</status><successfulUpdates>99</successfulUpdates>", 3, 0, 0)]
    [InlineData("<status>complete</status>", 0, 0, 3)]
    [InlineData("<status>something new</status>", 0, 0, 3)]
    [InlineData(
        "<profile><id>m0</id><status>success</status></profile><profile><id>m1</id><status>failed</status></profile>",
        1,
        1,
        1
    )]
    public async Task Whatever_the_status_reports_every_row_is_accounted_for(
        string status,
        int updated,
        int failed,
        int unknown
    )
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            string origin = $"http://{context.Request.Host}";
            string body =
                context.Request.Method == "POST"
                    ? $"<response><success>true</success><batchStatus>{origin}/s?client=acme&batchId=1</batchStatus></response>"
                    : $"<response><batchId>1</batchId>{status}</response>";
            return context.Response.WriteAsync(body, context.RequestAborted);
        });
        using ProfileClient client = server.CreateClient();
        BulkResult result = await client.UpdateManyAsync(ThreeMembers, Soon, null, Cancellation);
        UpdateManyTests.AssertBalanced(result);
        Assert.Equal((updated, failed, unknown), (result.Updated, result.Failed, result.StatusUnknown));
    }

    [Fact]
    [Trait("Clause", "STATUS-6")]
    public async Task A_status_url_of_a_foreign_host_is_reported_and_never_asked()
    {
        int asked = 0;
        await using LoopbackServer foreign = await LoopbackServer.StartAsync(context =>
        {
            Interlocked.Increment(ref asked);
            return context.Response.WriteAsync(
                "<response><status>complete</status></response>",
                context.RequestAborted
            );
        });
        await using LoopbackServer server = await AnsweringAsync(
            200,
            $"<response><success>true</success><batchStatus>{foreign.Address}s?batchId=1</batchStatus></response>"
        );
        using ProfileClient client = server.CreateClient();
        BulkResult result = await client.UpdateManyAsync(ThreeMembers, Soon, null, Cancellation);
        Assert.Equal((3, 0), (result.StatusUnknown, asked));
        Assert.True(result.Files[0].IsStatusUrlUntrusted);
        Assert.Null(result.Files[0].StatusUrl);
    }

    [Fact]
    [Trait("Clause", "STATUS-5")]
    public async Task A_status_call_that_fails_is_made_again()
    {
        int asked = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            if (context.Request.Method == "POST")
            {
                return context.Response.WriteAsync(
                    $"<response><success>true</success><batchStatus>http://{context.Request.Host}/s</batchStatus></response>",
                    context.RequestAborted
                );
            }

            switch (Interlocked.Increment(ref asked))
            {
                case 1:
                    context.Abort();
                    return Task.CompletedTask;
                case 2:
                    context.Response.StatusCode = 503;
                    return Task.CompletedTask;
                default:
                    return context.Response.WriteAsync(
                        "<response><status>complete</status><successfulUpdates>3</successfulUpdates></response>",
                        context.RequestAborted
                    );
            }
        });
        using ProfileClient client = server.CreateClient();
        BulkResult result = await client.UpdateManyAsync(ThreeMembers, Soon, null, Cancellation);
        Assert.Equal((3, 3), (result.Updated, asked));
    }

    private static Task<LoopbackServer> AnsweringAsync(int status, string body) =>
        LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(body, context.RequestAborted);
        });

    /// <summary>Timers and timestamps are the test's; the time of day is an hour later each time that it is asked for.</summary>
    private sealed class LeapingClock(MovedClock clock) : TimeProvider
    {
        private int _asked;

        public override long TimestampFrequency => clock.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() =>
            clock.GetUtcNow() + TimeSpan.FromHours(Interlocked.Increment(ref _asked));

        public override long GetTimestamp() => clock.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            clock.CreateTimer(callback, state, dueTime, period);
    }

    private sealed class FailingSource : ProfileTokenSource
    {
        public override ValueTask<string> GetTokenAsync(CancellationToken cancellationToken) =>
            throw new InvalidOperationException("vault is closed");
    }
}
