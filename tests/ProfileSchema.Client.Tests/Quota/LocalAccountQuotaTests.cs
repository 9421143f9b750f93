using System.Diagnostics;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace ProfileSchema.Client.Tests.Quota;

public sealed class LocalAccountQuotaTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Clause", "BULK-5")]
    public async Task AcquireAsync_grants_50_calls_a_minute_of_which_10_are_reserved_for_each_kind()
    {
        using var quota = new LocalAccountQuota(timeProvider: _time);

        int uploads = await quota.CallAllAsync(QuotaKind.Upload);
        int statusCalls = await quota.CallAllAsync(QuotaKind.Status);
        _time.Advance(Minute - Tick);
        int early = await quota.CallAllAsync(QuotaKind.Upload);
        _time.Advance(Tick);
        int nextStatusCalls = await quota.CallAllAsync(QuotaKind.Status);
        int nextUploads = await quota.CallAllAsync(QuotaKind.Upload);

        Assert.Equal((40, 10, 0), (uploads, statusCalls, early));
        Assert.Equal((40, 10), (nextStatusCalls, nextUploads));
    }

    [Fact]
    [Trait("Clause", "BULK-5")]
    public async Task A_permit_counts_until_a_minute_after_its_call_ended()
    {
        using LocalAccountQuota quota = Small(1);
        QuotaPermit upload = await quota.BeginAsync(QuotaKind.Upload);
        Task<QuotaPermit> next = quota.BeginAsync(QuotaKind.Upload);

        _time.Advance(TimeSpan.FromHours(1));
        await upload.DisposeAsync();
        _time.Advance(Minute - TimeSpan.FromSeconds(0.1));
        await upload.DisposeAsync();
        bool isEarly = next.IsCompleted;
        _time.Advance(TimeSpan.FromSeconds(0.1));

        await next.WaitAsync(Cancellation);
        Assert.False(isEarly);
    }

    [Fact]
    [Trait("Clause", "SINGLE-5")]
    public async Task AcquireAsync_grants_single_updates_a_day_that_no_call_of_the_minute_counts_against()
    {
        using var quota = new LocalAccountQuota(new AccountQuotaOptions { SingleUpdatesPerDay = 1000 }, _time);

        int first = await quota.CallAllAsync(QuotaKind.SingleUpdate);
        _time.Advance(Day - TimeSpan.FromSeconds(1));
        int early = await quota.CallAllAsync(QuotaKind.SingleUpdate);
        _time.Advance(Minute + TimeSpan.FromSeconds(1));
        int next = await quota.CallAllAsync(QuotaKind.SingleUpdate);
        int statusCalls = await quota.CallAllAsync(QuotaKind.Status);

        Assert.Equal((1000, 0, 1000, 40), (first, early, next, statusCalls));
    }

    [Fact]
    [Trait("Clause", "BULK-5")]
    public async Task Calls_that_wait_for_unreserved_permits_get_them_in_order_of_arrival()
    {
        using LocalAccountQuota quota = Small(2);
        Assert.Equal(2, await quota.CallAllAsync(QuotaKind.Upload));
        Task<QuotaPermit> first = quota.BeginAsync(QuotaKind.Upload);
        Task<QuotaPermit> second = quota.BeginAsync(QuotaKind.Status);
        Task<QuotaPermit> third = quota.BeginAsync(QuotaKind.Upload);

        _time.Advance(Minute);

        await Task.WhenAll(first, second).WaitAsync(Cancellation);
        Assert.False(third.IsCompleted);
    }

    [Theory]
    [InlineData(QuotaKind.Upload, QuotaKind.Status)]
    [InlineData(QuotaKind.Status, QuotaKind.Upload)]
    [Trait("Clause", "BULK-5")]
    public async Task A_kind_that_always_asks_again_leaves_the_other_its_10_permits(QuotaKind many, QuotaKind few)
    {
        using var quota = new LocalAccountQuota(timeProvider: _time);
        var crowd = new List<Task<QuotaPermit>>();
        var others = new List<Task<QuotaPermit>>();

        for (int minute = 0; minute < 40; minute++)
        {
            Ask(quota, many, crowd, upTo: 60);
            Ask(quota, few, others, upTo: 10);

            Assert.Equal(40, await EndGrantedAsync(crowd));
            Assert.Equal(10, await EndGrantedAsync(others));

            // All of them ask again before a permit comes free.
            Ask(quota, many, crowd, upTo: 60);
            _time.Advance(Minute);
        }
    }

    [Fact]
    [Trait("Clause", "BULK-5")]
    public async Task ReportThrottledAsync_lets_uploads_and_status_calls_wait_and_no_single_update()
    {
        using var quota = new LocalAccountQuota(timeProvider: _time);
        await quota.ReportThrottledAsync(TimeSpan.FromSeconds(65), Cancellation);
        await quota.ReportThrottledAsync(TimeSpan.FromSeconds(1), Cancellation);
        Task<QuotaPermit> upload = quota.BeginAsync(QuotaKind.Upload);
        Task<QuotaPermit> status = quota.BeginAsync(QuotaKind.Status);

        bool isSingleUpdateFree = await quota.TryCallAsync(QuotaKind.SingleUpdate);
        _time.Advance(TimeSpan.FromSeconds(65) - TimeSpan.FromMilliseconds(1));
        bool isEarly = upload.IsCompleted || status.IsCompleted;
        _time.Advance(TimeSpan.FromMilliseconds(1));

        await Task.WhenAll(upload, status).WaitAsync(Cancellation);
        Assert.True(isSingleUpdateFree);
        Assert.False(isEarly);
    }

    [Fact]
    [Trait("Clause", "BULK-5")]
    public async Task ReportThrottledAsync_holds_calls_back_that_wait_already()
    {
        using LocalAccountQuota quota = Small(1);
        Assert.Equal(1, await quota.CallAllAsync(QuotaKind.Upload));
        Task<QuotaPermit> waiting = quota.BeginAsync(QuotaKind.Upload);

        await quota.ReportThrottledAsync(TimeSpan.FromMinutes(5), Cancellation);
        _time.Advance(TimeSpan.FromMinutes(4));
        bool isEarly = waiting.IsCompleted;
        _time.Advance(TimeSpan.FromMinutes(1));

        await waiting.WaitAsync(Cancellation);
        Assert.False(isEarly);
    }

    /// <summary>A line that is gone through for each call takes minutes here.</summary>
    [Fact]
    public async Task A_hundred_thousand_calls_wait_give_up_and_proceed_in_seconds()
    {
        const int half = 50_000;
        using var quota = new LocalAccountQuota(new AccountQuotaOptions { SingleUpdatesPerDay = half }, _time);
        Assert.Equal(half, await quota.CallAllAsync(QuotaKind.SingleUpdate));
        using var cancel = new CancellationTokenSource();
        long begun = Stopwatch.GetTimestamp();

        Task<QuotaPermit>[] canceled =
        [
            .. Enumerable.Range(0, half).Select(_ => quota.AcquireAsync(QuotaKind.SingleUpdate, cancel.Token).AsTask()),
        ];
        Task<QuotaPermit>[] kept = [.. Enumerable.Range(0, half).Select(_ => quota.BeginAsync(QuotaKind.SingleUpdate))];
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(canceled));
        _time.Advance(Day + Minute);
        await Task.WhenAll(kept).WaitAsync(Cancellation);

        Assert.All(canceled, call => Assert.True(call.IsCanceled));
        Assert.InRange(Stopwatch.GetElapsedTime(begun), TimeSpan.Zero, TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task A_call_that_is_canceled_while_it_waits_leaves_its_place_to_the_next()
    {
        using LocalAccountQuota quota = Small(1);
        Assert.Equal(1, await quota.CallAllAsync(QuotaKind.Upload));
        using var cancel = new CancellationTokenSource();
        Task<QuotaPermit> first = quota.AcquireAsync(QuotaKind.Upload, cancel.Token).AsTask();
        Task<QuotaPermit> second = quota.BeginAsync(QuotaKind.Upload);

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            quota.AcquireAsync(QuotaKind.Upload, cancel.Token).AsTask()
        );
        _time.Advance(Minute);

        await second.WaitAsync(Cancellation);
    }

    [Fact]
    public async Task Dispose_ends_the_waiting()
    {
        LocalAccountQuota quota = Small(1);
        Assert.Equal(1, await quota.CallAllAsync(QuotaKind.Upload));
        Task<QuotaPermit> waiting = quota.BeginAsync(QuotaKind.Upload);

        quota.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => quota.BeginAsync(QuotaKind.Status));
    }

    [Fact]
    public async Task Changing_the_options_after_the_quota_was_created_has_no_effect()
    {
        var options = new AccountQuotaOptions { CallsPerMinute = 5 };
        using var quota = new LocalAccountQuota(options, _time);

        options.CallsPerMinute = 50;

        Assert.Equal(4, await quota.CallAllAsync(QuotaKind.Upload));
        Assert.Equal(1, await quota.CallAllAsync(QuotaKind.Status));
    }

    [Fact]
    public async Task AcquireAsync_of_an_undefined_kind_throws()
    {
        using var quota = new LocalAccountQuota(timeProvider: _time);

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>("kind", () => quota.BeginAsync((QuotaKind)7));
    }

    /// <summary>Which permits are free is asked of a list of every call there ever was.</summary>
    [Fact]
    [Trait("Clause", "BULK-5")]
    public Task Permits_are_free_as_a_model_says_that_forgets_nothing() =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 25_000])
            .Array[1, 200]
            .SampleAsync(async steps =>
            {
                var time = new FakeTimeProvider();
                using LocalAccountQuota quota = Reserving(5, 2, time);
                var calls = new List<Call>();
                foreach ((int step, int milliseconds) in steps)
                {
                    time.Advance(TimeSpan.FromMilliseconds(milliseconds));
                    if (step == 2)
                    {
                        await (calls.Find(call => call.End is null)?.FinishAsync(time.GetUtcNow()) ?? default);
                        continue;
                    }

                    QuotaKind kind = step == 0 ? QuotaKind.Upload : QuotaKind.Status;
                    Call[] counting = [.. calls.Where(call => call.CountsAt(time.GetUtcNow()))];
                    bool isFree = counting.Length < 5 && counting.Count(call => call.Kind == kind) < 3;

                    QuotaPermit? permit = await quota.TryAcquireAsync(kind);

                    Assert.Equal(isFree, permit is not null);
                    if (permit is not null)
                    {
                        calls.Add(new Call(permit, kind));
                    }
                }
            });

    /// <summary>Whoever waits gets a permit as soon as the model has one, and never earlier.</summary>
    [Fact]
    [Trait("Clause", "BULK-5")]
    public Task Waiting_calls_never_exceed_the_window_and_all_get_their_permit() =>
        Gen.Select(Gen.Bool, Gen.Int[0, 40_000], Gen.Int[0, 90_000])
            .Array[1, 60]
            .SampleAsync(
                async steps =>
                {
                    var time = new FakeTimeProvider();
                    using LocalAccountQuota quota = Reserving(4, 1, time);
                    var pending = new List<(Task<QuotaPermit> Permit, int Duration)>();
                    var running = new List<(DateTimeOffset End, QuotaPermit Permit)>();
                    var starts = new List<DateTimeOffset>();
                    var queue = new Queue<(bool IsUpload, int Pause, int Duration)>(steps);
                    while (queue.Count + pending.Count + running.Count > 0)
                    {
                        if (queue.TryDequeue(out (bool IsUpload, int Pause, int Duration) step))
                        {
                            QuotaKind kind = step.IsUpload ? QuotaKind.Upload : QuotaKind.Status;
                            pending.Add((quota.BeginAsync(kind), step.Duration));
                        }

                        for (int second = 0; second <= step.Pause / 1000; second++)
                        {
                            foreach ((Task<QuotaPermit> permit, int duration) in Granted())
                            {
                                starts.Add(time.GetUtcNow());
                                running.Add((time.GetUtcNow().AddMilliseconds(duration), await permit));
                            }

                            foreach ((DateTimeOffset _, QuotaPermit permit) in running.Where(IsDue))
                            {
                                await permit.DisposeAsync();
                            }

                            running.RemoveAll(call => IsDue(call));
                            time.Advance(TimeSpan.FromSeconds(1));
                        }
                    }

                    Assert.Equal(steps.Length, starts.Count);
                    Assert.All(
                        starts,
                        start => Assert.InRange(starts.Count(other => other >= start && other - start < Minute), 1, 4)
                    );

                    bool IsDue((DateTimeOffset End, QuotaPermit Permit) call) => call.End <= time.GetUtcNow();

                    (Task<QuotaPermit> Permit, int Duration)[] Granted()
                    {
                        (Task<QuotaPermit>, int)[] granted = [.. pending.Where(call => call.Permit.IsCompleted)];
                        pending.RemoveAll(call => call.Permit.IsCompleted);
                        return granted;
                    }
                },
                iter: 50
            );

    private LocalAccountQuota Small(int callsPerMinute) => Reserving(callsPerMinute, 0, _time);

    private static LocalAccountQuota Reserving(int callsPerMinute, int reserve, TimeProvider time) =>
        new(
            new AccountQuotaOptions
            {
                CallsPerMinute = callsPerMinute,
                ReservedForStatus = reserve,
                ReservedForUploads = reserve,
            },
            time
        );

    private static void Ask(AccountQuota quota, QuotaKind kind, List<Task<QuotaPermit>> waiting, int upTo)
    {
        while (waiting.Count < upTo)
        {
            waiting.Add(quota.BeginAsync(kind));
        }
    }

    private static async Task<int> EndGrantedAsync(List<Task<QuotaPermit>> waiting)
    {
        Task<QuotaPermit>[] granted = [.. waiting.Where(call => call.IsCompleted)];
        foreach (Task<QuotaPermit> call in granted)
        {
            await (await call).DisposeAsync();
        }

        waiting.RemoveAll(granted.Contains);
        return granted.Length;
    }

    private sealed class Call(QuotaPermit permit, QuotaKind kind)
    {
        public DateTimeOffset? End { get; private set; }

        public QuotaKind Kind => kind;

        public bool CountsAt(DateTimeOffset now) => End is null || now - End < Minute;

        public ValueTask FinishAsync(DateTimeOffset now)
        {
            End = now;
            return permit.DisposeAsync();
        }
    }
}
