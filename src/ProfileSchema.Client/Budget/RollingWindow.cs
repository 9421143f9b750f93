using System.Threading.RateLimiting;

namespace ProfileSchema.Client;

/// <summary>At most so many calls in any window of a given length, exactly, on a clock that can be moved.</summary>
/// <remarks>
/// The service counts a call at a moment of its own between the start and the end of it. A permit is therefore taken from the
/// start of the call until a whole window after its end: only then no view of the service can hold one call too many.
/// </remarks>
internal sealed class RollingWindow : IDisposable
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly TimeSpan _window;
    private readonly TimeSpan _granularity;
    private readonly long _started;
    private readonly int _limit;
    private readonly EndedCalls _ended = new();
    private readonly WaitingCalls _waiting = new();
    private readonly ITimer _timer;
    private int _used;
    private bool _isDisposed;

    /// <param name="granularity">
    /// Ends are rounded up to a multiple of it, so that a long window is kept in few numbers; zero is exact.
    /// </param>
    public RollingWindow(TimeProvider time, int limit, TimeSpan window, TimeSpan granularity = default)
    {
        _time = time;
        _limit = limit;
        _window = window;
        _granularity = granularity;
        _started = time.GetTimestamp();
        _timer = time.CreateTimer(_ => Grant(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    // By the monotonic clock: a wall clock that is set back or forward gives no permits.
    private TimeSpan Now => _time.GetElapsedTime(_started);

    /// <summary>Takes permits at once, or says that there are not enough.</summary>
    public bool TryTake(WindowShare share, int permits)
    {
        lock (_gate)
        {
            GrantFree();
            return !_waiting.IsAnyBefore(share) && TryTakeFree(share, permits);
        }
    }

    /// <summary>Takes permits when they are free, in the order of asking as far as its share goes.</summary>
    public ValueTask<RateLimitLease> TakeAsync(WindowShare share, int permits, CancellationToken cancellationToken)
    {
        WaitingCall call;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            GrantFree();
            if (!_waiting.IsAnyBefore(share) && TryTakeFree(share, permits))
            {
                return new ValueTask<RateLimitLease>(new WindowLease(this, share, permits));
            }

            call = new WaitingCall(share, permits);
            _waiting.Add(call);
            Arm();
        }

        // Outside of the lock, since a token that is cancelled already calls back at once.
        call.OnCancelled(GiveUp, cancellationToken);
        return new ValueTask<RateLimitLease>(call.Task);
    }

    /// <summary>Ends a call: a window later its permits are free again.</summary>
    public void End(WindowShare share, int permits)
    {
        lock (_gate)
        {
            _ended.Add(RoundUp(Now), share, permits);
            if (!_isDisposed)
            {
                Arm();
            }
        }
    }

    public int Free(WindowShare share)
    {
        lock (_gate)
        {
            Expire();
            return Math.Min(_limit - _used, share.Limit - share.Used);
        }
    }

    public int Waiting(WindowShare share)
    {
        lock (_gate)
        {
            return share.WaitingPermits;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _timer.Dispose();
            _waiting.FailAll();
        }
    }

    private bool TryTakeFree(WindowShare share, int permits)
    {
        if (_used + permits > _limit || !share.HasRoomFor(permits))
        {
            return false;
        }

        _used += permits;
        share.Used += permits;
        return true;
    }

    private void Expire() => _used -= _ended.TakeBefore(Now - _window);

    private void Grant()
    {
        lock (_gate)
        {
            if (_isDisposed)
            {
                return;
            }

            GrantFree();
            Arm();
        }
    }

    // Before anybody asks as well: permits that come free now are for those who wait already.
    private void GrantFree()
    {
        Expire();
        while (_waiting.First is { } call && TryTakeFree(call.Share, call.Permits))
        {
            call.Leave();
            call.Grant(new WindowLease(this, call.Share, call.Permits));
        }
    }

    /// <summary>Wakes when the next permits come free, if anybody waits for them.</summary>
    private void Arm()
    {
        if (_waiting.IsAny && _ended.First is { } first)
        {
            TimeSpan wait = first + _window - Now;
            _timer.Change(wait > TimeSpan.Zero ? WholeMilliseconds(wait) : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    private void GiveUp(WaitingCall call, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            call.Leave();
            call.Cancel(cancellationToken);
        }

        // Those behind it may have waited for it only.
        Grant();
    }

    private TimeSpan RoundUp(TimeSpan at) =>
        _granularity == TimeSpan.Zero
            ? at
            : new TimeSpan((at.Ticks + _granularity.Ticks - 1) / _granularity.Ticks * _granularity.Ticks);

    // Timers count whole milliseconds and drop the rest, which would wake a moment too early.
    private static TimeSpan WholeMilliseconds(TimeSpan wait) =>
        TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
}
