using System.Collections.Concurrent;

namespace ProfileSchema.Client.Tests.Quota;

/// <summary>Lets one call run at a time, over all kinds.</summary>
internal sealed class OneAtATime(MovedClock clock) : AccountQuota
{
    private readonly SemaphoreSlim _one = new(1);
    private int _running;
    private int _followed;
    private int _underWay;
    private int _positions;

    /// <summary>Is thrown where a call asks.</summary>
    public Exception? Failure { get; init; }

    /// <summary>Is thrown where the end of a call is reported.</summary>
    public Exception? FailureAtTheEnd { get; init; }

    /// <summary>The kind of calls that gets no permit.</summary>
    public QuotaKind? Starved { get; init; }

    public ConcurrentQueue<QuotaKind> Granted { get; } = [];

    public ConcurrentQueue<TimeSpan> BackOffs { get; } = [];

    /// <summary>The positions that were held when a back-off began.</summary>
    public int FollowedInBackOff { get; private set; }

    public int Running => _running;

    public int MostRunning { get; private set; }

    public int Followed => _followed;

    public int UnderWay => _underWay;

    public int Positions => _positions;

    public override async ValueTask<QuotaPermit> AcquireAsync(
        QuotaKind kind,
        CancellationToken cancellationToken = default
    )
    {
        await Task.Yield();
        ThrowIf(Failure);
        if (kind == Starved)
        {
            await clock.StallAsync(cancellationToken);
        }

        await _one.WaitAsync(cancellationToken);
        Granted.Enqueue(kind);
        MostRunning = Math.Max(MostRunning, Interlocked.Increment(ref _running));
        return new Permit(this);
    }

    public override ValueTask ReportThrottledAsync(TimeSpan backOff, CancellationToken cancellationToken = default)
    {
        BackOffs.Enqueue(backOff);
        FollowedInBackOff += Followed + UnderWay;
        return ValueTask.CompletedTask;
    }

    public override async ValueTask<StatusPosition> TakeStatusPositionAsync(
        bool isFollowed,
        CancellationToken cancellationToken = default
    )
    {
        await Task.Yield();
        ThrowIf(Failure);
        Interlocked.Increment(ref _positions);
        Interlocked.Increment(ref _underWay);
        Interlocked.Add(ref _followed, isFollowed ? 1 : 0);
        return new Position(this, isFollowed);
    }

    protected override void Dispose(bool disposing)
    {
        _one.Dispose();
        base.Dispose(disposing);
    }

    private static void ThrowIf(Exception? failure)
    {
        if (failure is not null)
        {
            throw failure;
        }
    }

    private sealed class Permit(OneAtATime owner) : QuotaPermit
    {
        public override ValueTask DisposeAsync()
        {
            Interlocked.Decrement(ref owner._running);
            owner._one.Release();
            ThrowIf(owner.FailureAtTheEnd);
            return ValueTask.CompletedTask;
        }
    }

    private sealed class Position(OneAtATime owner, bool isFollowed) : StatusPosition
    {
        private bool _isUnderWay = true;

        public override ValueTask EndAttemptAsync()
        {
            Interlocked.Add(ref owner._underWay, _isUnderWay ? -1 : 0);
            _isUnderWay = false;
            ThrowIf(owner.FailureAtTheEnd);
            return ValueTask.CompletedTask;
        }

        public override ValueTask DisposeAsync()
        {
            Interlocked.Add(ref owner._underWay, _isUnderWay ? -1 : 0);
            Interlocked.Add(ref owner._followed, isFollowed ? -1 : 0);
            ThrowIf(owner.FailureAtTheEnd);
            return ValueTask.CompletedTask;
        }
    }
}
