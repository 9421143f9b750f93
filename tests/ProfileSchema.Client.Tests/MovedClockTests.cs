namespace ProfileSchema.Client.Tests;

public sealed class MovedClockTests
{
    private readonly MovedClock _clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pauses_end_in_order_each_at_its_time()
    {
        DateTimeOffset start = _clock.GetUtcNow();
        var ends = new List<(int Hours, TimeSpan Passed)>();

        await Task.WhenAll(PauseAsync(3), PauseAsync(1), PauseAsync(2));

        Assert.Equal([(1, TimeSpan.FromHours(1)), (2, TimeSpan.FromHours(2)), (3, TimeSpan.FromHours(3))], ends);

        async Task PauseAsync(int hours)
        {
            await Task.Delay(TimeSpan.FromHours(hours), _clock, Cancellation);
            lock (ends)
            {
                ends.Add((hours, _clock.GetUtcNow() - start));
            }
        }
    }

    [Fact]
    public async Task A_timeout_that_nothing_waits_for_does_not_move_the_clock_and_one_within_a_pause_ends_in_its_order()
    {
        DateTimeOffset start = _clock.GetUtcNow();
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1), _clock);
        await Task.Run(static () => { }, Cancellation);
        TimeSpan passedBefore = _clock.GetUtcNow() - start;

        await Task.Delay(TimeSpan.FromSeconds(59), _clock, Cancellation);
        bool isEarly = timeout.IsCancellationRequested;
        await Task.Delay(TimeSpan.FromSeconds(2), _clock, Cancellation);

        Assert.Equal((TimeSpan.Zero, false), (passedBefore, isEarly));
        Assert.True(timeout.IsCancellationRequested);
    }

    [Fact]
    public async Task StallAsync_ends_when_the_timeout_that_it_waits_for_has_passed()
    {
        DateTimeOffset start = _clock.GetUtcNow();
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1), _clock);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _clock.StallAsync(timeout.Token));

        Assert.Equal(TimeSpan.FromMinutes(1), _clock.GetUtcNow() - start);
    }

    [Fact]
    public async Task A_call_that_is_under_way_holds_the_clock_until_it_is_answered()
    {
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using LoopbackServer server = await LoopbackServer.StartAsync(_ => answer.Task);
        using HttpClient http = _clock.CreateHttpClient();
        Task<HttpResponseMessage> call = http.GetAsync(server.Address, Cancellation);
        Task pause = Task.Delay(TimeSpan.FromHours(1), _clock, Cancellation);

        await Task.Run(static () => { }, Cancellation);
        bool isMoved = pause.IsCompleted;
        answer.SetResult();
        using HttpResponseMessage response = await call;
        await pause;

        Assert.False(isMoved);
        Assert.True(response.IsSuccessStatusCode);
    }
}
