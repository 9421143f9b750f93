using Microsoft.Extensions.Logging;
using ProfileSchema.Client.Tests.Hosting;
using ProfileSchema.Emulator;

namespace ProfileSchema.Client.Tests.Quota;

/// <summary>A quota that the caller derived, as a store that several processes share is.</summary>
public sealed class OwnQuotaTests : EmulatorTest
{
    private static readonly Member[] Two = [new("m0", "a"), new("m1", "b")];

    [Fact]
    [Trait("Clause", "BULK-5")]
    [Trait("Clause", "STATUS-4")]
    public async Task Each_attempt_takes_a_position_and_a_permit_and_gives_both_back()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        using var quota = new OneAtATime(Clock);
        ProfileClient client = CreateClient(emulator, options => options.Quota = quota);
        emulator.Faults.Next(TargetOperation.BulkUpdate, Fault.Status(500), Fault.Reset(FaultMoment.BeforeBody));
        var options = new BulkOptions { MaxRowsPerFile = 1, MaxConcurrency = 2 };

        BulkResult result = await client.UpdateManyAsync(Two, options, null, Cancellation);
        await client.UpdateAsync(Two[0], Cancellation);

        Assert.Equal(2, result.Updated);
        Assert.Equal((0, 0, 0), (quota.Running, quota.Followed, quota.UnderWay));
        Assert.Equal(1, quota.MostRunning);
        Assert.Equal(4, quota.Granted.Count(kind => kind is QuotaKind.Upload));
        Assert.Equal(4, quota.Positions);
        Assert.InRange(quota.Granted.Count(kind => kind is QuotaKind.Status), 2, int.MaxValue);
        Assert.Single(quota.Granted, kind => kind is QuotaKind.SingleUpdate);
    }

    [Fact]
    [Trait("Clause", "BULK-5")]
    public async Task A_503_to_an_upload_is_reported_and_one_to_a_single_update_is_not()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        using var quota = new OneAtATime(Clock);
        ProfileClient client = CreateClient(emulator, options => options.Quota = quota);
        emulator.Faults.Next(
            TargetOperation.BulkUpdate,
            Fault.Status(503),
            Fault.Status(503, retryAfter: RetryAfter.Seconds(86_400))
        );
        emulator.Faults.Next(TargetOperation.SingleUpdate, Fault.Status(503));
        var options = new BulkOptions { MaxAttempts = 1, StatusTimeout = TimeSpan.Zero };

        _ = await client.UpdateManyAsync(Two, options, null, Cancellation);
        _ = await client.UpdateManyAsync(Two, options, null, Cancellation);
        await client.UpdateAsync(Two[0], Cancellation);

        Assert.Equal([TimeSpan.FromSeconds(65), TimeSpan.FromMinutes(10)], quota.BackOffs);
    }

    [Fact]
    [Trait("Clause", "BULK-5")]
    [Trait("Clause", "STATUS-4")]
    public async Task A_back_off_holds_no_status_position()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        using var quota = new OneAtATime(Clock);
        ProfileClient client = CreateClient(emulator, options => options.Quota = quota);
        emulator.Faults.Next(TargetOperation.BulkUpdate, Fault.Status(503), Fault.Status(503));

        BulkResult result = await client.UpdateManyAsync(Two, null, null, Cancellation);

        Assert.Equal((2, 2, 3), (result.Updated, quota.BackOffs.Count, quota.Positions));
        Assert.Equal(0, quota.FollowedInBackOff);
    }

    [Fact]
    public async Task A_quota_that_fails_ends_each_call_with_an_error_that_names_it()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        using var quota = new OneAtATime(Clock) { Failure = new TimeoutException("Host=db;Password=s3cret") };
        ProfileClient client = CreateClient(emulator, options => options.Quota = quota);

        var single = await Assert.ThrowsAsync<ProfileRequestException>(() => client.UpdateAsync(Two[0], Cancellation));
        var many = await Assert.ThrowsAsync<BulkUpdateException>(() =>
            client.UpdateManyAsync(Two, null, null, Cancellation)
        );

        const string error =
            "The quota OneAtATime failed, so the call was not made. The inner exception has the cause; make sure that its store can be reached.";
        Assert.Equal(error, single.Message);
        Assert.Same(quota.Failure, single.InnerException);
        Assert.Contains(error, many.Message, StringComparison.Ordinal);
        Assert.Equal((2, 2), (many.Result.Read, many.Result.NotSent));
        Assert.Empty(emulator.Calls);
    }

    [Fact]
    public async Task A_quota_that_fails_when_a_call_has_ended_changes_no_result_and_is_logged()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        using var quota = new OneAtATime(Clock) { FailureAtTheEnd = new TimeoutException("Host=db;Password=s3cret") };
        using var log = new RecordedLog();
        using ILoggerFactory loggers = LoggerFactory.Create(logging => logging.AddProvider(log));
        ProfileClient client = CreateClient(
            emulator,
            options => (options.Quota, options.LoggerFactory) = (quota, loggers)
        );

        BulkResult result = await client.UpdateManyAsync(Two, null, null, Cancellation);

        Assert.Equal(2, result.Updated);
        LogEntry[] warnings = [.. log.Entries.Where(entry => entry.Id == 7)];
        Assert.NotEmpty(warnings);
        Assert.All(
            warnings,
            warning =>
                Assert.StartsWith(
                    "The quota OneAtATime failed with TimeoutException",
                    warning.Text,
                    StringComparison.Ordinal
                )
        );
        Assert.All(warnings, warning => Assert.DoesNotContain("s3cret", warning.Text, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Clause", "STATUS-4")]
    public async Task A_status_call_that_gets_no_permit_is_given_up_at_the_status_timeout()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        using var quota = new OneAtATime(Clock) { Starved = QuotaKind.Status };
        ProfileClient client = CreateClient(emulator, options => options.Quota = quota);
        var options = new BulkOptions { StatusTimeout = TimeSpan.FromMinutes(3) };

        BulkResult result = await client.UpdateManyAsync(Two, options, null, Cancellation);

        BulkFileResult file = Assert.Single(result.Files);
        Assert.Equal(2, file.StatusUnknown);
        AssertCompletedAtTheTimeout(options, file);
    }

    [Fact]
    [Trait("Clause", "STATUS-4")]
    public async Task A_back_off_holds_no_status_longer_than_its_timeout()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        emulator.Faults.Next(TargetOperation.BatchStatus, Fault.Status(503, retryAfter: RetryAfter.Seconds(600)));
        var options = new BulkOptions { StatusTimeout = TimeSpan.FromMinutes(3) };

        BulkResult result = await client.UpdateManyAsync(Two, options, null, Cancellation);

        BulkFileResult file = Assert.Single(result.Files);
        Assert.Equal(2, file.StatusUnknown);
        AssertCompletedAtTheTimeout(options, file);
    }

    private static void AssertCompletedAtTheTimeout(BulkOptions options, BulkFileResult file)
    {
        // The Clock may have gone a little further until the run saw it.
        TimeSpan followed = file.CompletedAt!.Value - file.SentAt!.Value;
        Assert.InRange(followed, options.StatusTimeout, options.StatusTimeout + TimeSpan.FromMinutes(1));
    }
}
