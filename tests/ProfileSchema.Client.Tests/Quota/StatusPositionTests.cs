using CsCheck;

namespace ProfileSchema.Client.Tests.Quota;

/// <summary>The service keeps the statuses of the last ten submissions, not of ten that are followed.</summary>
[Trait("Clause", "STATUS-4")]
public sealed class StatusPositionTests : IDisposable
{
    private readonly LocalAccountQuota _quota = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _quota.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_eleventh_attempt_waits_while_the_oldest_of_ten_is_pending_and_nine_have_completed(
        bool isFollowed
    )
    {
        StatusPosition[] ten = await SubmitAsync(10);
        Task<StatusPosition> eleventh = _quota.TakeStatusPositionAsync(isFollowed, Cancellation).AsTask();

        foreach (StatusPosition completed in ten.Skip(1))
        {
            await completed.DisposeAsync();
        }

        bool isEarly = eleventh.IsCompleted;
        await ten[0].DisposeAsync();

        await eleventh.WaitAsync(Cancellation);
        Assert.False(isEarly);
    }

    [Fact]
    public async Task An_attempt_that_nobody_follows_takes_a_position_all_the_same()
    {
        _ = await SubmitAsync(1);
        for (int attempt = 0; attempt < 9; attempt++)
        {
            await using StatusPosition position = await _quota.TakeStatusPositionAsync(isFollowed: false, Cancellation);
        }

        Task<StatusPosition> next = _quota.TakeStatusPositionAsync(isFollowed: false, Cancellation).AsTask();

        Assert.False(next.IsCompleted);
    }

    [Fact]
    public void Attempts_that_nobody_follows_wait_for_nothing_but_followed_ones()
    {
        for (int attempt = 0; attempt < 100; attempt++)
        {
            Task<StatusPosition> position = _quota.TakeStatusPositionAsync(isFollowed: false, Cancellation).AsTask();
            Assert.True(position.IsCompletedSuccessfully);
        }
    }

    [Fact]
    public async Task An_attempt_that_gave_up_its_position_holds_back_no_other()
    {
        StatusPosition[] failed = await SubmitAsync(1);
        _ = await SubmitAsync(9);
        Task<StatusPosition> next = _quota.TakeStatusPositionAsync(isFollowed: true, Cancellation).AsTask();
        bool isEarly = next.IsCompleted;

        await failed[0].DisposeAsync();
        await failed[0].DisposeAsync();

        await next.WaitAsync(Cancellation);
        Assert.False(isEarly);
        Assert.False(_quota.TakeStatusPositionAsync(isFollowed: true, Cancellation).AsTask().IsCompleted);
    }

    [Fact]
    public async Task An_attempt_under_way_may_come_after_one_that_begins_later()
    {
        StatusPosition slow = await _quota.TakeStatusPositionAsync(isFollowed: false, Cancellation);
        _ = await SubmitAsync(9);

        // The slow one may still become the tenth batch, after the nine.
        Task<StatusPosition> next = _quota.TakeStatusPositionAsync(isFollowed: true, Cancellation).AsTask();

        Assert.False(next.IsCompleted);
        await slow.DisposeAsync();
    }

    [Fact]
    public async Task Attempts_that_wait_begin_in_order_of_arrival_and_one_that_gives_up_is_passed_over()
    {
        StatusPosition[] ten = await SubmitAsync(10);
        using var cancel = new CancellationTokenSource();
        Task<StatusPosition> first = _quota.TakeStatusPositionAsync(isFollowed: true, cancel.Token).AsTask();
        Task<StatusPosition> second = _quota.TakeStatusPositionAsync(isFollowed: true, Cancellation).AsTask();
        Task<StatusPosition> third = _quota.TakeStatusPositionAsync(isFollowed: true, Cancellation).AsTask();

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await ten[0].DisposeAsync();

        await second.WaitAsync(Cancellation);
        Assert.False(third.IsCompleted);
    }

    [Fact]
    public async Task Dispose_ends_the_waiting_for_a_position()
    {
        _ = await SubmitAsync(10);
        Task<StatusPosition> waiting = _quota.TakeStatusPositionAsync(isFollowed: true, Cancellation).AsTask();

        _quota.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
    }

    /// <summary>
    /// The service takes each attempt at any moment between its beginning and its end, in an order that the client does not know: no
    /// followed status is ever pushed out of the last ten.
    /// </summary>
    [Fact]
    public Task No_followed_status_is_pushed_out_in_whatever_order_the_service_takes_the_attempts() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 20])
            .Array[1, 400]
            .SampleAsync(async steps =>
            {
                using var quota = new LocalAccountQuota();
                var waiting = new Queue<(Task<StatusPosition> Position, bool IsFollowed)>();
                var running = new List<Attempt>();
                var submissions = new List<Attempt>();
                foreach ((int step, int choice) in steps)
                {
                    Attempt[] unsubmitted = [.. running.Where(attempt => !attempt.IsSubmitted)];
                    Attempt[] submitted = [.. running.Where(attempt => attempt.IsSubmitted)];
                    Attempt[] followed = [.. submissions.Where(attempt => attempt.IsFollowed)];
                    switch (step)
                    {
                        case 0 or 1:
                            bool isFollowed = choice % 3 > 0;
                            waiting.Enqueue((quota.TakeStatusPositionAsync(isFollowed).AsTask(), isFollowed));
                            break;

                        case 2 when unsubmitted.Length > 0:
                            Attempt next = unsubmitted[choice % unsubmitted.Length];
                            next.IsSubmitted = true;
                            submissions.Add(next);
                            break;

                        case 3 when submitted.Length > 0:
                            Attempt ended = submitted[choice % submitted.Length];
                            running.Remove(ended);
                            await (ended.IsFollowed ? ended.Position.EndAttemptAsync() : ended.Position.DisposeAsync());
                            break;

                        // The newest more often than the oldest: it is the oldest that others may push out.
                        case 4 when followed.Length > 0:
                            Attempt completed = followed[^(1 + (choice % 2 * (choice % followed.Length)))];
                            completed.IsFollowed = false;
                            running.Remove(completed);
                            await completed.Position.DisposeAsync();
                            break;
                    }

                    while (waiting.TryPeek(out (Task<StatusPosition> Position, bool IsFollowed) first))
                    {
                        if (!first.Position.IsCompleted)
                        {
                            break;
                        }

                        running.Add(new Attempt(await first.Position) { IsFollowed = first.IsFollowed });
                        waiting.Dequeue();
                    }

                    Assert.All(submissions.SkipLast(10), attempt => Assert.False(attempt.IsFollowed));
                }
            });

    private async Task<StatusPosition[]> SubmitAsync(int count)
    {
        var positions = new StatusPosition[count];
        for (int i = 0; i < count; i++)
        {
            positions[i] = await _quota.TakeStatusPositionAsync(isFollowed: true, Cancellation);
            await positions[i].EndAttemptAsync();
        }

        return positions;
    }

    private sealed class Attempt(StatusPosition position)
    {
        public StatusPosition Position => position;

        public bool IsFollowed { get; set; }

        public bool IsSubmitted { get; set; }
    }
}
