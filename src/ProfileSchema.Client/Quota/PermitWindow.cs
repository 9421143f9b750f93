namespace ProfileSchema.Client.Quota;

/// <summary>At most so many calls in any window of a given length, for kinds of calls that each have a share of them.</summary>
/// <remarks>
/// A permit counts from its grant until a whole window after its call ended: only then can no view of the service hold one call too
/// many (BULK-5, SINGLE-5). Nothing here depends on how many calls wait or count.
/// </remarks>
internal sealed class PermitWindow : IDisposable
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly TimeSpan _length;
    private readonly TimeSpan _step;
    private readonly long _startedAt;
    private readonly int _limit;
    private readonly ITimer _timer;

    /// <summary>Calls that ended and still count, oldest first.</summary>
    private readonly LinkedList<EndedCalls> _ended = new();

    /// <summary>The shares for which a call has waited.</summary>
    private readonly List<PermitShare> _shares = [];
    private long _arrivals;
    private int _used;
    private TimeSpan _heldUntil;
    private bool _isDisposed;

    /// <param name="step">Ends are rounded up to a multiple of it, so that a long window is kept in few numbers; zero is exact.</param>
    public PermitWindow(TimeProvider time, TimeSpan length, TimeSpan step, int limit)
    {
        _time = time;
        _length = length;
        _step = step;
        _limit = limit;
        _startedAt = time.GetTimestamp();
        _timer = time.CreateTimer(_ => OnTimer(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    // By the monotonic clock: a wall clock that is set back or forward gives no permits.
    private TimeSpan Now => _time.GetElapsedTime(_startedAt);

    /// <summary>Takes a permit when one is free, in order of arrival as far as its share allows.</summary>
    public ValueTask<QuotaPermit> AcquireAsync(PermitShare share, CancellationToken cancellationToken)
    {
        Waiter<QuotaPermit> waiter;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(LocalAccountQuota));
            if (!_shares.Contains(share))
            {
                _shares.Add(share);
            }

            waiter = new Waiter<QuotaPermit>(_gate, share.Waiting, new Permit(this, share), _arrivals++);
            Grant();
        }

        return waiter.WaitAsync(cancellationToken);
    }

    /// <summary>Grants nothing until that time has passed (BULK-5). A longer hold is not shortened.</summary>
    public void HoldFor(TimeSpan time)
    {
        lock (_gate)
        {
            TimeSpan until = Now + time;
            _heldUntil = until > _heldUntil ? until : _heldUntil;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _timer.Dispose();
            foreach (PermitShare share in _shares)
            {
                while (share.Waiting.First is { } first)
                {
                    first.Value.Fail(new ObjectDisposedException(nameof(LocalAccountQuota)));
                }
            }
        }
    }

    private void End(PermitShare share)
    {
        lock (_gate)
        {
            TimeSpan at = RoundUp(Now);
            if (_ended.Last?.Value is not { } last || last.At != at || last.Share != share)
            {
                last = _ended.AddLast(new EndedCalls(at, share)).Value;
            }

            last.Count++;
            Arm();
        }
    }

    private void OnTimer()
    {
        lock (_gate)
        {
            Grant();
        }
    }

    private void Grant()
    {
        TimeSpan now = Now;
        while (_ended.First?.Value is { } first && first.At + _length <= now)
        {
            first.Share.Used -= first.Count;
            _used -= first.Count;
            _ended.RemoveFirst();
        }

        while (_used < _limit && now >= _heldUntil && FirstInLine() is { } share)
        {
            _used++;
            share.Used++;
            share.Waiting.First!.Value.Serve();
        }

        Arm();
    }

    /// <summary>The share whose call came first. One that has used all of its share holds up no other.</summary>
    private PermitShare? FirstInLine()
    {
        PermitShare? found = null;
        foreach (PermitShare share in _shares)
        {
            if (share.IsReady && (found is null || share.FirstNumber < found.FirstNumber))
            {
                found = share;
            }
        }

        return found;
    }

    /// <summary>Wakes when the next permit comes free, if a call waits for it.</summary>
    private void Arm()
    {
        if (_isDisposed || !_shares.Exists(share => share.Waiting.Count > 0))
        {
            return;
        }

        TimeSpan now = Now;
        if ((_heldUntil > now ? _heldUntil : _ended.First?.Value.At + _length) is { } next)
        {
            // Timers count whole milliseconds and drop the rest, which would wake a moment too early.
            TimeSpan wait = TimeSpan.FromMilliseconds(Math.Ceiling((next - now).TotalMilliseconds));
            _timer.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    private TimeSpan RoundUp(TimeSpan at) =>
        _step == TimeSpan.Zero ? at : new TimeSpan((at.Ticks + _step.Ticks - 1) / _step.Ticks * _step.Ticks);

    private sealed class Permit(PermitWindow window, PermitShare share) : QuotaPermit
    {
        private int _isEnded;

        public override ValueTask DisposeAsync()
        {
            if (Interlocked.Exchange(ref _isEnded, 1) == 0)
            {
                window.End(share);
            }

            return ValueTask.CompletedTask;
        }
    }

    private sealed class EndedCalls(TimeSpan at, PermitShare share)
    {
        public TimeSpan At => at;

        public PermitShare Share => share;

        public int Count { get; set; }
    }
}

/// <summary>The part of a window that calls of one kind may use. Guarded by the lock of the window.</summary>
/// <param name="limit">How many of the window's permits they may have at most; the rest is reserved for the other kinds.</param>
internal sealed class PermitShare(int limit)
{
    /// <summary>Permits of calls that run, or ended within the window.</summary>
    public int Used { get; set; }

    /// <summary>The calls that wait, in order of arrival.</summary>
    public LinkedList<Waiter<QuotaPermit>> Waiting { get; } = new();

    public bool IsReady => Used < limit && Waiting.Count > 0;

    public long FirstNumber => Waiting.First!.Value.Number;
}
