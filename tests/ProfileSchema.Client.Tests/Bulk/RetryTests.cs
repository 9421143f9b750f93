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
        await using var clock = new MovedClock();
        TargetEmulator emulator = await StartEmulatorAsync(new TargetEmulatorOptions { TimeProvider = clock });
        emulator.Faults.Next(TargetOperation.BulkUpdate, Fault.Reset(FaultMoment.AfterEffect));
        BulkResult result = await CreateClient(emulator, clock).UpdateManyAsync(Two, null, null, Cancellation);
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
        await using var clock = new MovedClock();
        TargetEmulator emulator = await StartEmulatorAsync(new TargetEmulatorOptions { TimeProvider = clock });
        ProfileClient client = CreateClient(emulator, clock);
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
        await using var clock = new MovedClock();
        TargetEmulator emulator = await TargetEmulator.StartAsync(null, Cancellation);
        ProfileClient client = CreateClient(emulator, clock);
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
        await using var clock = new MovedClock();
        TargetEmulator emulator = await StartEmulatorAsync(new TargetEmulatorOptions { TimeProvider = clock });
        using var quota = new LocalAccountQuota(timeProvider: clock);
        ProfileClient client = CreateClient(emulator, clock, options => options.Quota = quota);
        ProfileClient another = CreateClient(emulator, clock, options => options.Quota = quota);
        emulator.Faults.Next(TargetOperation.BulkUpdate, Fault.Status(503));
        var refused = new BulkOptions { MaxAttempts = 1 };
        DateTimeOffset start = clock.GetUtcNow();
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
        await using var clock = new MovedClock();
        TargetEmulator emulator = await StartEmulatorAsync(new TargetEmulatorOptions { TimeProvider = clock });
        ProfileClient client = CreateClient(emulator, clock);
        emulator.Faults.Next(TargetOperation.BulkUpdate, Fault.Status(503, retryAfter: RetryAfter.Seconds(86_400)));
        DateTimeOffset start = clock.GetUtcNow();
        Assert.Equal(2, (await client.UpdateManyAsync(Two, null, null, Cancellation)).Declined);
        Assert.Equal(2, (await client.UpdateManyAsync(Two, null, null, Cancellation)).Updated);
        Assert.Equal(10, Math.Round((emulator.Calls[1].ReceivedAt - start).TotalMinutes, 1));
    }

    [Fact]
    [Trait("Clause", "BULK-5")]
    public async Task No_more_attempts_are_made_than_time_and_budget_allow()
    {
        await using var clock = new MovedClock();
        TargetEmulator emulator = await StartEmulatorAsync(new TargetEmulatorOptions { TimeProvider = clock });
        ProfileClient client = CreateClient(emulator, clock);
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
        await using var clock = new MovedClock();
        TargetEmulator emulator = await StartEmulatorAsync(
            new TargetEmulatorOptions { TimeProvider = clock, ProcessingDelay = TimeSpan.FromHours(5) }
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
        BulkResult result = await CreateClient(emulator, clock).UpdateManyAsync(members, options, null, Cancellation);
        Assert.Equal((11, 2), (result.Accepted, result.Files[10].Attempts.Count));
    }

    [Fact]
    [Trait("Clause", "BULK-9")]
    public async Task A_transfer_that_stalls_is_cut_off_and_begun_again()
    {
        await using var clock = new MovedClock();
        TargetEmulator emulator = await StartEmulatorAsync(new TargetEmulatorOptions { TimeProvider = clock });
        emulator.Faults.Next(TargetOperation.BulkUpdate, Fault.Delay(FaultMoment.InsideBody, Timeout.InfiniteTimeSpan));

        // As large as a file may be: half of it is more than all buffers on the way hold, which would make a stalled transfer a whole one.
        Member[] large = [.. Enumerable.Range(0, 2_400).Select(i => new Member($"m{i}", "x", new string('n', 19_900)))];
        DateTimeOffset start = clock.GetUtcNow();
        ProfileClient client = CreateClient(emulator, clock);

        // The emulator never sees the end of the call that it holds: it must not make the clock impatient with the next one.
        clock.HeldCalls = static () => 0;
        BulkResult result = await client.UpdateManyAsync(large, null, null, Cancellation);
        Assert.True(result.Updated == 2_400, result.ToString());
        Assert.Contains(result.Files, file => file.Attempts.Count == 2);
        BulkAttempt stalled = result.Files.First(file => file.Attempts.Count == 2).Attempts[0];
        Assert.Equal(BatchOutcome.NotSent, stalled.Outcome);
        Assert.InRange((stalled.EndedAt!.Value - start).TotalSeconds, 60, 120);
    }

    [Fact]
    [Trait("Clause", "BULK-6")]
    public async Task Single_updates_and_fetches_are_retried_too()
    {
        await using var clock = new MovedClock();
        TargetEmulator emulator = await StartEmulatorAsync(new TargetEmulatorOptions { TimeProvider = clock });
        emulator.GetAccount(Account).AddProfile("m0");
        ProfileClient client = CreateClient(emulator, clock);
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
        await using var clock = new MovedClock();
        TargetEmulator emulator = await StartEmulatorAsync(
            new TargetEmulatorOptions { TimeProvider = clock, SingleUpdatesPerDay = 2 }
        );
        using var quota = new LocalAccountQuota(new AccountQuotaOptions { SingleUpdatesPerDay = 2 }, clock);
        ProfileClient client = CreateClient(emulator, clock, options => options.Quota = quota);
        DateTimeOffset start = clock.GetUtcNow();
        for (int i = 0; i < 3; i++)
        {
            await client.UpdateAsync(Two[0], Cancellation);
        }

        Assert.Empty(emulator.Violations);
        Assert.InRange(clock.GetUtcNow() - start, TimeSpan.FromHours(24), TimeSpan.FromHours(24.1));
    }

    private async Task<double[]> PausesAsync(params Fault[] faults)
    {
        await using var clock = new MovedClock();
        TargetEmulator emulator = await StartEmulatorAsync(new TargetEmulatorOptions { TimeProvider = clock });
        emulator.Faults.Next(TargetOperation.BulkUpdate, faults);
        BulkResult result = await CreateClient(emulator, clock).UpdateManyAsync(Two, null, null, Cancellation);
        UpdateManyTests.AssertBalanced(result);
        IReadOnlyList<BulkAttempt> attempts = result.Files[0].Attempts;
        return [.. attempts.Zip(attempts.Skip(1), (one, next) => (next.StartedAt - one.EndedAt!.Value).TotalSeconds)];
    }
}
