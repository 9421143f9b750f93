using System.Threading.RateLimiting;

namespace ProfileSchema.Client;

/// <summary>The calls that wait for permits, in the order in which they get them. Guarded by the lock of the window.</summary>
internal sealed class WaitingCalls
{
    private readonly List<WaitingCall> _calls = [];

    public int Count => _calls.Count;

    public void Add(WaitingCall call)
    {
        int place = _calls.FindIndex(other => other.Share.Priority > call.Share.Priority);
        _calls.Insert(place < 0 ? _calls.Count : place, call);
    }

    public void Remove(WaitingCall call) => _calls.Remove(call);

    /// <summary>Whether a call of this share would overtake one that waits.</summary>
    public bool IsAnyBefore(WindowShare share) => _calls.Exists(call => call.Share == share);

    public int PermitsOf(WindowShare share) => _calls.Where(call => call.Share == share).Sum(call => call.Permits);

    /// <summary>Takes out the first call that can be granted, of each share only the one that has waited longest.</summary>
    public WaitingCall? First(Func<WaitingCall, bool> canBeGranted)
    {
        WindowShare? passed = null;
        foreach (WaitingCall call in _calls)
        {
            if (call.Share == passed)
            {
                continue;
            }

            if (canBeGranted(call))
            {
                _calls.Remove(call);
                return call;
            }

            passed = call.Share;
        }

        return null;
    }

    public void FailAll()
    {
        _calls.ForEach(call => call.Fail(new ObjectDisposedException(nameof(RateLimiter))));
        _calls.Clear();
    }
}

/// <summary>A call that waits for permits.</summary>
internal sealed class WaitingCall(WindowShare share, int permits)
{
    private readonly TaskCompletionSource<RateLimitLease> _lease = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    private CancellationTokenRegistration _registration;

    public WindowShare Share { get; } = share;

    public int Permits { get; } = permits;

    public Task<RateLimitLease> Task => _lease.Task;

    public void OnCancelled(Action<WaitingCall, CancellationToken> giveUp, CancellationToken cancellationToken) =>
        _registration = cancellationToken.UnsafeRegister((_, cancelled) => giveUp(this, cancelled), state: null);

    public void Grant(RateLimitLease lease)
    {
        // Not disposed, which would wait for a callback that waits for the lock.
        _registration.Unregister();
        if (!_lease.TrySetResult(lease))
        {
            lease.Dispose();
        }
    }

    public void Cancel(CancellationToken cancellationToken) => _lease.TrySetCanceled(cancellationToken);

    public void Fail(Exception exception) => _lease.TrySetException(exception);
}
