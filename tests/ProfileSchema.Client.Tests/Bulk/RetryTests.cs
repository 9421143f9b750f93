using System.Net;
using ProfileSchema.Emulator;

namespace ProfileSchema.Client.Tests.Bulk;

public sealed class RetryTests : EmulatorTest
{
    private static readonly Member[] Two = [new("m0", "a"), new("m1", "b")];

    [Fact]
    [Trait("Clause", "BULK-5")]
    public async Task After_a_503_the_window_gets_65_seconds() =>
        Assert.Equal(65.0, Assert.Single(await PausesAsync(Fault.Status(503))));

    [Fact]
    [Trait("Clause", "BULK-5")]
    public async Task Retry_after_goes_before_in_both_forms()
    {
        Assert.Equal(7.0, Assert.Single(await PausesAsync(Fault.Status(503, retryAfter: RetryAfter.Seconds(7)))));
        double date = Assert.Single(
            await PausesAsync(Fault.Status(503, retryAfter: RetryAfter.Date(TimeSpan.FromSeconds(20))))
        );
        Assert.InRange(date, 18, 21);
    }

    [Fact]
    [Trait("Clause", "BULK-6")]
    public async Task After_a_429_ten_seconds_and_after_other_failures_longer_and_longer_pauses()
    {
        Assert.Equal(10.0, Assert.Single(await PausesAsync(Fault.Status(429))));
        double[] pauses = await PausesAsync(Fault.Status(500), Fault.Reset(FaultMoment.BeforeBody), Fault.Status(502));
        Assert.Equal(3, pauses.Length);
        Assert.InRange(pauses[0], 0.5, 1);
        Assert.InRange(pauses[1], 1, 2);
        Assert.InRange(pauses[2], 2, 4);
    }

    [Fact]
    [Trait("Clause", "BULK-6")]
    public async Task Other_refusals_are_final()
    {
        Assert.Empty(await PausesAsync(Fault.Status(400)));
        Assert.Empty(await PausesAsync(Fault.Unsuccessful("no")));
    }

    [Fact]
    [Trait("Clause", "BULK-7")]
    public async Task A_file_that_may_have_been_taken_is_sent_again_as_it_was()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        emulator.Faults.Next(TargetOperation.BulkUpdate, Fault.Reset(FaultMoment.AfterEffect));
        BulkResult result = await CreateClient(emulator).UpdateManyAsync(Two, null, null, Cancellation);
        UpdateManyTests.AssertBalanced(result);
        Assert.Equal(2, result.Updated);
        Assert.Equal(
            [BatchOutcome.Unconfirmed, BatchOutcome.Accepted],
            result.Files[0].Attempts.Select(attempt => attempt.Outcome)
        );
        ReceivedCall[] uploads = [.. emulator.Calls.Where(call => call.Operation == TargetOperation.BulkUpdate)];
        Assert.Equal(2, uploads.Length);
        Assert.True(uploads[0].Body.Span.SequenceEqual(uploads[1].Body.Span));
    }

    [Fact]
    [Trait("Clause", "BULK-7")]
    public async Task When_attempts_are_used_up_what_may_have_been_taken_stays_open()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        var options = new BulkOptions { MaxAttempts = 2 };
        emulator.Faults.Next(TargetOperation.BulkUpdate, Fault.Reset(FaultMoment.AfterEffect), Fault.Status(400));
        BulkResult open = await client.UpdateManyAsync(Two, options, null, Cancellation);
        Assert.Equal((2, HttpStatusCode.BadRequest), (open.Unconfirmed, open.Files[0].Attempts[1].StatusCode));
        emulator.Faults.Next(TargetOperation.BulkUpdate, Fault.Status(503), Fault.Status(503));
        BulkResult refused = await client.UpdateManyAsync(Two, options, null, Cancellation);
        Assert.Equal(2, refused.Declined);
        UpdateManyTests.AssertBalanced(refused);
    }

    [Fact]
    [Trait("Clause", "BULK-7")]
    public async Task A_file_that_never_got_through_is_not_sent()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        await emulator.DisposeAsync();
        BulkResult result = await client.UpdateManyAsync(Two, null, null, Cancellation);
        UpdateManyTests.AssertBalanced(result);
        Assert.Equal(
            (2, BatchOutcome.NotSent, 10),
            (result.NotSent, result.Files[0].Outcome, result.Files[0].Attempts.Count)
        );
    }

    [Fact]
    [Trait("Clause", "BULK-5")]
    public async Task After_a_503_every_call_of_the_account_waits_whoever_makes_it()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        using var quota = new LocalAccountQuota(timeProvider: Clock);
        ProfileClient client = CreateClient(emulator, options => options.Quota = quota);
        ProfileClient another = CreateClient(emulator, options => options.Quota = quota);
        emulator.Faults.Next(TargetOperation.BulkUpdate, Fault.Status(503));
        var refused = new BulkOptions { MaxAttempts = 1 };
        DateTimeOffset start = Clock.GetUtcNow();
        Assert.Equal(2, (await client.UpdateManyAsync(Two, refused, null, Cancellation)).Declined);
        Task<BulkResult> running = another.UpdateManyAsync(Two, null, null, Cancellation);
        BatchStatus status = await client.GetBatchStatusAsync(
            new Uri(emulator.BaseAddress, "/m2/acme/profile/batchStatus?batchId=none"),
            Cancellation
        );
        Assert.Equal(BatchState.Unknown, status.State);
        Assert.Equal(2, (await running).Updated);
        ReceivedCall[] calls = [.. emulator.Calls];
        Assert.Equal(503, calls[0].ReplyStatus);
        Assert.All(
            calls[1..],
            call => Assert.InRange(call.ReceivedAt - start, TimeSpan.FromSeconds(65), TimeSpan.FromHours(1))
        );
    }

    [Fact]
    [Trait("Clause", "BULK-5")]
    public async Task A_service_that_asks_for_a_day_holds_the_account_for_ten_minutes()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        emulator.Faults.Next(TargetOperation.BulkUpdate, Fault.Status(503, retryAfter: RetryAfter.Seconds(86_400)));
        DateTimeOffset start = Clock.GetUtcNow();
        Assert.Equal(2, (await client.UpdateManyAsync(Two, null, null, Cancellation)).Declined);
        Assert.Equal(2, (await client.UpdateManyAsync(Two, null, null, Cancellation)).Updated);
        Assert.Equal(10, Math.Round((emulator.Calls[1].ReceivedAt - start).TotalMinutes, 1));
    }

    [Fact]
    [Trait("Clause", "BULK-5")]
    public async Task No_more_attempts_are_made_than_time_and_budget_allow()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        emulator.Faults.Next(TargetOperation.BulkUpdate, [.. Enumerable.Repeat(Fault.Status(503), 20)]);
        var options = new BulkOptions { MaxAttempts = 100, RetryTimeout = TimeSpan.FromSeconds(65 * 3) };
        BulkResult result = await client.UpdateManyAsync(Two, options, null, Cancellation);
        Assert.Equal(4, result.Files[0].Attempts.Count);
        emulator.Faults.Clear();
        Member[] many = [.. Enumerable.Range(0, 200).Select(i => new Member($"m{i}", "x"))];
        _ = await client.UpdateManyAsync(many, new BulkOptions { MaxRowsPerFile = 1 }, null, Cancellation);
        Assert.DoesNotContain(emulator.Violations, violation => violation.Rule == "BULK-5");
    }

    [Fact]
    [Trait("Clause", "BULK-5")]
    [Trait("Clause", "STATUS-4")]
    public async Task Waiting_for_the_first_attempt_is_not_time_of_its_retries()
    {
        TargetEmulator emulator = await StartEmulatorAsync(
            new TargetEmulatorOptions { ProcessingDelay = TimeSpan.FromHours(5) }
        );

        // The eleventh file waits for the timeout of the first status, which is longer than RetryTimeout.
        var options = new BulkOptions
        {
            MaxRowsPerFile = 1,
            StatusTimeout = TimeSpan.FromHours(2),
            RetryTimeout = TimeSpan.FromHours(1),
        };
        emulator.Faults.Next(TargetOperation.BulkUpdate, [.. Enumerable.Repeat(Fault.None, 10), Fault.Status(503)]);
        Member[] members = [.. Enumerable.Range(0, 11).Select(i => new Member($"m{i}", "x"))];
        BulkResult result = await CreateClient(emulator).UpdateManyAsync(members, options, null, Cancellation);
        Assert.Equal((11, 2), (result.Accepted, result.Files[10].Attempts.Count));
    }

    [Fact]
    [Trait("Clause", "BULK-9")]
    public async Task UpdateMany_whose_transfer_stalls_cuts_it_off_after_a_minute_and_begins_it_again()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(
            emulator,
            configure: null,
            new StallingTransfer(Clock, afterBytes: 100_000)
        );
        Member[] members = [.. Enumerable.Range(0, 10).Select(i => new Member($"m{i}", "x", new string('n', 19_900)))];

        BulkResult result = await client.UpdateManyAsync(members, null, null, Cancellation);

        Assert.Equal(10, result.Updated);
        Assert.Equal(
            [BatchOutcome.NotSent, BatchOutcome.Accepted],
            result.Files[0].Attempts.Select(attempt => attempt.Outcome)
        );
        BulkAttempt stalled = result.Files[0].Attempts[0];
        Assert.Equal(TimeSpan.FromMinutes(1), stalled.EndedAt - stalled.StartedAt);
    }

    [Fact]
    [Trait("Clause", "BULK-6")]
    public async Task Single_updates_and_fetches_are_retried_too()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        emulator.GetAccount(Account).AddProfile("m0");
        ProfileClient client = CreateClient(emulator);
        emulator.Faults.Next(TargetOperation.SingleUpdate, Fault.Status(500), Fault.Reset(FaultMoment.AfterEffect));
        Assert.True((await client.UpdateAsync(Two[0], Cancellation)).IsSubmitted);
        emulator.Faults.Next(TargetOperation.Fetch, Fault.Status(503), Fault.Reset(FaultMoment.BeforeBody));
        Assert.NotNull(await client.FetchAsync(ProfileKey.ThirdPartyId("m0"), Cancellation));
        emulator.Faults.Next(TargetOperation.Fetch, [.. Enumerable.Repeat(Fault.Status(500), 3)]);
        await Assert.ThrowsAsync<ProfileRequestException>(() =>
            client.FetchAsync(ProfileKey.ThirdPartyId("m0"), Cancellation)
        );
        Assert.Equal(9, emulator.Calls.Count);
    }

    [Fact]
    [Trait("Clause", "SINGLE-5")]
    public async Task Single_updates_wait_for_the_quota_of_the_day()
    {
        TargetEmulator emulator = await StartEmulatorAsync(new TargetEmulatorOptions { SingleUpdatesPerDay = 2 });
        using var quota = new LocalAccountQuota(new AccountQuotaOptions { SingleUpdatesPerDay = 2 }, Clock);
        ProfileClient client = CreateClient(emulator, options => options.Quota = quota);
        DateTimeOffset start = Clock.GetUtcNow();
        for (int i = 0; i < 3; i++)
        {
            await client.UpdateAsync(Two[0], Cancellation);
        }

        Assert.Empty(emulator.Violations);
        Assert.InRange(Clock.GetUtcNow() - start, TimeSpan.FromHours(24), TimeSpan.FromHours(24.1));
    }

    private async Task<double[]> PausesAsync(params Fault[] faults)
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        emulator.Faults.Next(TargetOperation.BulkUpdate, faults);
        BulkResult result = await CreateClient(emulator).UpdateManyAsync(Two, null, null, Cancellation);
        UpdateManyTests.AssertBalanced(result);
        IReadOnlyList<BulkAttempt> attempts = result.Files[0].Attempts;
        return [.. attempts.Zip(attempts.Skip(1), (one, next) => (next.StartedAt - one.EndedAt!.Value).TotalSeconds)];
    }

    /// <summary>Takes a part of the first request, as a connection does that nobody reads from any more, and sends the others on.</summary>
    private sealed class StallingTransfer(MovedClock clock, int afterBytes) : DelegatingHandler
    {
        private int _calls;

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            if (Interlocked.Increment(ref _calls) == 1)
            {
                await request.Content!.CopyToAsync(new StallingStream(clock, afterBytes), cancellationToken);
            }

            return await base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class StallingStream(MovedClock clock, int capacity) : MemoryStream
    {
        public override async ValueTask WriteAsync(
            ReadOnlyMemory<byte> buffer,
            CancellationToken cancellationToken = default
        )
        {
            if (Length + buffer.Length > capacity)
            {
                await clock.StallAsync(cancellationToken);
            }

            await base.WriteAsync(buffer, cancellationToken);
        }
    }
}
