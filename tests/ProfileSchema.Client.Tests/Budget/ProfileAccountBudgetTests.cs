using System.Diagnostics;
using System.Threading.RateLimiting;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace ProfileSchema.Client.Tests.Budget;

public sealed class ProfileAccountBudgetTests
{
    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Clause", "BULK-5")]
    public void Fifty_calls_a_minute_are_free_and_ten_of_them_are_kept_for_each_kind()
    {
        using var budget = new ProfileAccountBudget(_time);
        Assert.Equal(40, TakeAndEnd(budget.Uploads));
        Assert.Equal(10, TakeAndEnd(budget.StatusCalls));
        _time.Advance(TimeSpan.FromSeconds(60) - TimeSpan.FromTicks(1));
        Assert.Equal(0, TakeAndEnd(budget.Uploads));
        _time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(40, TakeAndEnd(budget.StatusCalls));
        Assert.Equal(10, TakeAndEnd(budget.Uploads));
        Assert.Equal(0, TakeAndEnd(budget.StatusCalls));
    }

    [Fact]
    [Trait("Clause", "BULK-5")]
    public async Task A_call_counts_from_its_start_until_a_window_after_its_end()
    {
        using var budget = new ProfileAccountBudget(_time, bulkCallsPerMinute: 1, keptForStatus: 0);
        RateLimitLease upload = budget.Uploads.AttemptAcquire();
        Task<RateLimitLease> next = budget.Uploads.AcquireAsync(1, Cancellation).AsTask();
        _time.Advance(TimeSpan.FromHours(1));
        upload.Dispose();
        upload.Dispose();
        _time.Advance(TimeSpan.FromSeconds(59.9));
        Assert.False(next.IsCompleted);
        Assert.Equal(1, budget.Uploads.GetStatistics()!.CurrentQueuedCount);
        _time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.True((await next.WaitAsync(Cancellation)).IsAcquired);
    }

    [Fact]
    [Trait("Clause", "SINGLE-5")]
    public void A_million_single_updates_are_free_in_any_day()
    {
        using var budget = new ProfileAccountBudget(_time, singleUpdatesPerDay: 1000);
        Assert.Equal(1000, TakeAndEnd(budget.SingleUpdates));
        _time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        Assert.Equal(0, TakeAndEnd(budget.SingleUpdates));
        _time.Advance(TimeSpan.FromMinutes(1) + TimeSpan.FromSeconds(1));
        Assert.Equal(1000, TakeAndEnd(budget.SingleUpdates));
        Assert.Equal(40, TakeAndEnd(budget.StatusCalls));
    }

    [Fact]
    [Trait("Clause", "BULK-5")]
    public async Task Calls_that_wait_for_what_is_kept_for_neither_kind_get_it_in_the_order_of_asking()
    {
        using var budget = new ProfileAccountBudget(_time, bulkCallsPerMinute: 2, keptForStatus: 0);
        Assert.Equal(2, TakeAndEnd(budget.Uploads));
        Task<RateLimitLease> first = budget.Uploads.AcquireAsync(1, Cancellation).AsTask();
        Task<RateLimitLease> second = budget.StatusCalls.AcquireAsync(1, Cancellation).AsTask();
        Task<RateLimitLease> third = budget.Uploads.AcquireAsync(1, Cancellation).AsTask();

        _time.Advance(Minute);

        await Task.WhenAll(first, second).WaitAsync(Cancellation);
        Assert.False(third.IsCompleted);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Clause", "BULK-5")]
    public async Task A_kind_of_calls_that_is_asked_for_again_at_once_leaves_the_other_its_ten_permits(bool areUploads)
    {
        using var budget = new ProfileAccountBudget(_time);
        RateLimiter many = areUploads ? budget.Uploads : budget.StatusCalls;
        RateLimiter few = areUploads ? budget.StatusCalls : budget.Uploads;
        var crowd = new List<Task<RateLimitLease>>();
        var others = new List<Task<RateLimitLease>>();

        for (int minute = 0; minute < 40; minute++)
        {
            Ask(many, crowd, upTo: 60);
            Ask(few, others, upTo: 10);
            Assert.Equal(40, await EndGrantedAsync(crowd));
            Assert.Equal(10, await EndGrantedAsync(others));
            // All of them ask again before a permit comes free.
            Ask(many, crowd, upTo: 60);
            _time.Advance(Minute);
        }
    }

    /// <summary>A queue that is gone through for each call takes minutes here.</summary>
    [Fact]
    public async Task A_hundred_thousand_calls_wait_give_up_and_go_on_in_seconds()
    {
        const int half = 50_000;
        using var budget = new ProfileAccountBudget(_time, singleUpdatesPerDay: half);
        Assert.Equal(half, TakeAndEnd(budget.SingleUpdates));
        using var cancel = new CancellationTokenSource();
        long begun = Stopwatch.GetTimestamp();

        Task<RateLimitLease>[] given =
        [
            .. Enumerable.Range(0, half).Select(_ => budget.SingleUpdates.AcquireAsync(1, cancel.Token).AsTask()),
        ];
        Task<RateLimitLease>[] kept =
        [
            .. Enumerable.Range(0, half).Select(_ => budget.SingleUpdates.AcquireAsync(1, Cancellation).AsTask()),
        ];
        await cancel.CancelAsync();
        _time.Advance(TimeSpan.FromHours(24) + Minute);

        Assert.All(given, call => Assert.True(call.IsCanceled));
        await Task.WhenAll(kept).WaitAsync(Cancellation);
        Assert.InRange(Stopwatch.GetElapsedTime(begun), TimeSpan.Zero, TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task Who_gives_up_waiting_leaves_the_place_to_the_next()
    {
        using var budget = new ProfileAccountBudget(_time, bulkCallsPerMinute: 1, keptForStatus: 0);
        Assert.Equal(1, TakeAndEnd(budget.Uploads));
        using var cancel = new CancellationTokenSource();
        Task<RateLimitLease> first = budget.Uploads.AcquireAsync(1, cancel.Token).AsTask();
        Task<RateLimitLease> second = budget.Uploads.AcquireAsync(1, Cancellation).AsTask();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            budget.Uploads.AcquireAsync(1, cancel.Token).AsTask()
        );
        _time.Advance(TimeSpan.FromSeconds(60));
        await second.WaitAsync(Cancellation);
    }

    [Fact]
    public async Task Disposal_ends_the_waiting()
    {
        var budget = new ProfileAccountBudget(_time, bulkCallsPerMinute: 1, keptForStatus: 0);
        Assert.Equal(1, TakeAndEnd(budget.Uploads));
        Task<RateLimitLease> waiting = budget.Uploads.AcquireAsync(1, Cancellation).AsTask();
        budget.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
    }

    [Fact]
    public void Numbers_that_leave_nothing_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("bulkCallsPerMinute", () => new ProfileAccountBudget(_time, 0));
        Assert.Throws<ArgumentOutOfRangeException>("keptForStatus", () => new ProfileAccountBudget(_time, 50, 50));
        Assert.Throws<ArgumentOutOfRangeException>("keptForStatus", () => new ProfileAccountBudget(_time, 50, -1));
        Assert.Throws<ArgumentOutOfRangeException>(
            "singleUpdatesPerDay",
            () => new ProfileAccountBudget(_time, singleUpdatesPerDay: 0)
        );
        using var budget = new ProfileAccountBudget(_time);
        Assert.ThrowsAny<ArgumentOutOfRangeException>(() => budget.Uploads.AttemptAcquire(41));
    }

    /// <summary>What free permits are is asked of a list of every call there ever was.</summary>
    [Fact]
    [Trait("Clause", "BULK-5")]
    public void The_window_agrees_with_a_model_that_forgets_nothing() =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 25_000])
            .Array[1, 200]
            .Sample(steps =>
            {
                var time = new FakeTimeProvider();
                using var budget = new ProfileAccountBudget(time, bulkCallsPerMinute: 5, keptForStatus: 2);
                var calls = new List<Call>();
                foreach ((int kind, int milliseconds) in steps)
                {
                    time.Advance(TimeSpan.FromMilliseconds(milliseconds));
                    if (kind == 2)
                    {
                        calls.Find(call => call.End is null)?.Finish(time.GetUtcNow());
                        continue;
                    }

                    bool isUpload = kind == 0;
                    Call[] counting = [.. calls.Where(call => call.CountsAt(time.GetUtcNow()))];
                    bool isFree = counting.Length < 5 && counting.Count(call => call.IsUpload == isUpload) < 3;
                    RateLimitLease lease = (isUpload ? budget.Uploads : budget.StatusCalls).AttemptAcquire();
                    Assert.Equal(isFree, lease.IsAcquired);
                    if (lease.IsAcquired)
                    {
                        calls.Add(new Call(lease, isUpload));
                    }
                }
            });

    /// <summary>Whoever waits is let in as soon as the model has room, and never earlier.</summary>
    [Fact]
    [Trait("Clause", "BULK-5")]
    public void Waiting_calls_never_exceed_the_window_and_all_get_in() =>
        Gen.Select(Gen.Bool, Gen.Int[0, 40_000], Gen.Int[0, 90_000])
            .Array[1, 60]
            .Sample(
                steps =>
                {
                    var time = new FakeTimeProvider();
                    using var budget = new ProfileAccountBudget(time, bulkCallsPerMinute: 4, keptForStatus: 1);
                    var pending = new List<(Task<RateLimitLease> Lease, int Duration)>();
                    var running = new List<(DateTimeOffset End, RateLimitLease Lease)>();
                    var starts = new List<DateTimeOffset>();
                    var queue = new Queue<(bool IsUpload, int Pause, int Duration)>(steps);
                    while (queue.Count + pending.Count + running.Count > 0)
                    {
                        if (queue.TryDequeue(out (bool IsUpload, int Pause, int Duration) step))
                        {
                            RateLimiter limiter = step.IsUpload ? budget.Uploads : budget.StatusCalls;
                            pending.Add((limiter.AcquireAsync(1, Cancellation).AsTask(), step.Duration));
                        }

                        for (int second = 0; second <= step.Pause / 1000; second++)
                        {
                            foreach (
                                (Task<RateLimitLease> lease, int duration) in pending.Where(p => p.Lease.IsCompleted)
                            )
                            {
                                starts.Add(time.GetUtcNow());
                                running.Add((time.GetUtcNow().AddMilliseconds(duration), lease.Result));
                            }

                            pending.RemoveAll(p => p.Lease.IsCompleted);
                            running.RemoveAll(call => EndIfDue(call.End, call.Lease, time.GetUtcNow()));
                            time.Advance(TimeSpan.FromSeconds(1));
                        }
                    }

                    Assert.Equal(steps.Length, starts.Count);
                    Assert.All(
                        starts,
                        start => Assert.InRange(starts.Count(other => other >= start && other - start < Minute), 1, 4)
                    );
                },
                iter: 50
            );

    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);

    private static bool EndIfDue(DateTimeOffset end, RateLimitLease lease, DateTimeOffset now)
    {
        if (end > now)
        {
            return false;
        }

        lease.Dispose();
        return true;
    }

    private static void Ask(RateLimiter limiter, List<Task<RateLimitLease>> waiting, int upTo)
    {
        while (waiting.Count < upTo)
        {
            waiting.Add(limiter.AcquireAsync(1, Cancellation).AsTask());
        }
    }

    private static async Task<int> EndGrantedAsync(List<Task<RateLimitLease>> waiting)
    {
        Task<RateLimitLease>[] granted = [.. waiting.Where(call => call.IsCompleted)];
        foreach (Task<RateLimitLease> call in granted)
        {
            (await call).Dispose();
        }

        waiting.RemoveAll(granted.Contains);
        return granted.Length;
    }

    private static int TakeAndEnd(RateLimiter limiter)
    {
        int taken = 0;
        while (true)
        {
            using RateLimitLease lease = limiter.AttemptAcquire();
            if (!lease.IsAcquired)
            {
                return taken;
            }

            taken++;
        }
    }

    private sealed class Call(RateLimitLease lease, bool isUpload)
    {
        public DateTimeOffset? End { get; private set; }

        public bool IsUpload => isUpload;

        public bool CountsAt(DateTimeOffset now) => End is null || now - End < Minute;

        public void Finish(DateTimeOffset now)
        {
            lease.Dispose();
            End = now;
        }
    }
}
