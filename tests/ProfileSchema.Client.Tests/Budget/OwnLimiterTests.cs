using System.Threading.RateLimiting;
using ProfileSchema.Emulator;

namespace ProfileSchema.Client.Tests.Budget;

/// <summary>A limiter of the caller's in place of the budget's own, as several processes share one.</summary>
public sealed class OwnLimiterTests : EmulatorTest
{
    private static readonly Member[] Two = [new("m0", "a"), new("m1", "b")];

    [Fact]
    [Trait("Clause", "BULK-5")]
    public async Task It_gives_a_permit_to_every_attempt_and_has_it_back()
    {
        await using var clock = new MovedClock();
        TargetEmulator emulator = await StartEmulatorAsync(new TargetEmulatorOptions { TimeProvider = clock });
        await using var limiter = new ConcurrencyLimiter(
            new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = 9 }
        );
        using var budget = new ProfileAccountBudget(clock) { Uploads = limiter, StatusCalls = limiter };
        ProfileClient client = CreateClient(emulator, clock, options => options.Budget = budget);
        emulator.Faults.Next(TargetOperation.BulkUpdate, Fault.Status(500), Fault.Reset(FaultMoment.BeforeBody));
        var options = new BulkOptions { MaxRowsPerFile = 1, MaxConcurrency = 2 };
        BulkResult result = await client.UpdateManyAsync(Two, options, null, Cancellation);
        Assert.Equal(2, result.Updated);
        RateLimiterStatistics statistics = limiter.GetStatistics()!;
        Assert.Equal(1, statistics.CurrentAvailablePermits);

        // Who does not get a permit at once asks again and waits.
        Assert.InRange(statistics.TotalSuccessfulLeases, emulator.CallCount, long.MaxValue);
    }

    [Fact]
    [Trait("Clause", "BULK-5")]
    public async Task Where_it_gives_none_nothing_is_sent_and_the_books_say_so()
    {
        await using var clock = new MovedClock();
        TargetEmulator emulator = await StartEmulatorAsync(new TargetEmulatorOptions { TimeProvider = clock });
        await using var limiter = new ConcurrencyLimiter(
            new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = 0 }
        );
        using var budget = new ProfileAccountBudget(clock) { Uploads = limiter, SingleUpdates = limiter };
        ProfileClient client = CreateClient(emulator, clock, options => options.Budget = budget);
        using RateLimitLease taken = limiter.AttemptAcquire();
        BulkResult result = await client.UpdateManyAsync(Two, null, null, Cancellation);
        Bulk.UpdateManyTests.AssertBalanced(result);
        Assert.Equal(2, result.NotSent);
        var exception = await Assert.ThrowsAsync<ProfileRequestException>(() =>
            client.UpdateAsync(Two[0], Cancellation)
        );
        Assert.Equal(
            "The limiter of the ProfileAccountBudget gave no permit for the call. Let it queue more, or call again later.",
            exception.Message
        );
        Assert.Empty(emulator.Calls);
    }

    [Fact]
    [Trait("Clause", "STATUS-4")]
    public async Task Where_it_gives_none_for_a_status_the_fate_is_unknown_once_the_status_timeout_is_over()
    {
        await using var clock = new MovedClock();
        TargetEmulator emulator = await StartEmulatorAsync(new TargetEmulatorOptions { TimeProvider = clock });
        await using var limiter = new ConcurrencyLimiter(
            new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = 9 }
        );
        using RateLimitLease taken = limiter.AttemptAcquire();
        using var budget = new ProfileAccountBudget(clock) { StatusCalls = limiter };
        ProfileClient client = CreateClient(emulator, clock, options => options.Budget = budget);
        var options = new BulkOptions { StatusTimeout = TimeSpan.FromMinutes(3) };

        BulkResult result = await client
            .UpdateManyAsync(Two, options, null, Cancellation)
            .WaitAsync(TimeSpan.FromSeconds(30), Cancellation);

        BulkFileResult file = Assert.Single(result.Files);
        Assert.Equal(2, file.StatusUnknown);
        AssertResolvedAtTheTimeout(options, file);
    }

    [Fact]
    [Trait("Clause", "STATUS-4")]
    public async Task A_pause_of_the_account_holds_no_status_longer_than_its_timeout()
    {
        await using var clock = new MovedClock();
        TargetEmulator emulator = await StartEmulatorAsync(new TargetEmulatorOptions { TimeProvider = clock });
        ProfileClient client = CreateClient(emulator, clock);
        emulator.Faults.Next(TargetOperation.BatchStatus, Fault.Status(503, retryAfter: RetryAfter.Seconds(600)));
        var options = new BulkOptions { StatusTimeout = TimeSpan.FromMinutes(3) };

        BulkResult result = await client.UpdateManyAsync(Two, options, null, Cancellation);

        BulkFileResult file = Assert.Single(result.Files);
        Assert.Equal(2, file.StatusUnknown);
        AssertResolvedAtTheTimeout(options, file);
    }

    private static void AssertResolvedAtTheTimeout(BulkOptions options, BulkFileResult file)
    {
        // The clock may have gone a little further until the run saw it.
        TimeSpan followed = file.CompletedAt!.Value - file.SentAt;
        Assert.InRange(followed, options.StatusTimeout, options.StatusTimeout + TimeSpan.FromMinutes(1));
    }
}
