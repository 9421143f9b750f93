using System.Threading.RateLimiting;

namespace ProfileSchema.Client;

/// <summary>
/// The calls that wait for permits, each share's in the order of asking. However many wait, none is looked for. Guarded by the lock
/// of the window.
/// </summary>
internal sealed class WaitingCalls
{
    // Those for which a call has waited: there are two at most.
    private readonly List<WindowShare> _shares = [];
    private long _asked;

    public bool IsAny => _shares.Exists(share => share.Waiting.Count > 0);

    public void Add(WaitingCall call)
    {
        WindowShare share = call.Share;
        if (!_shares.Contains(share))
        {
            _shares.Add(share);
        }

        call.Number = _asked++;
        share.Waiting.AddLast(call.Place);
        share.WaitingPermits += call.Permits;
    }

    /// <summary>Whether a call of this share would overtake one that waits.</summary>
    public bool IsAnyBefore(WindowShare share) => share.Waiting.Count > 0 || First is not null;

    /// <summary>The call that asked first. One whose share has no room holds up its own share only.</summary>
    public WaitingCall? First
    {
        get
        {
            WaitingCall? first = null;
            foreach (WindowShare share in _shares)
            {
                if (
                    share.Waiting.First?.Value is { } call
                    && share.HasRoomFor(call.Permits)
                    && (first is null || call.Number < first.Number)
                )
                {
                    first = call;
                }
            }

            return first;
        }
    }

    public void FailAll()
    {
        foreach (WindowShare share in _shares)
        {
            while (share.Waiting.First?.Value is { } call)
            {
                call.Leave();
                call.Fail(new ObjectDisposedException(nameof(RateLimiter)));
            }
        }
    }
}

/// <summary>A call that waits for permits.</summary>
internal sealed class WaitingCall
{
    private readonly TaskCompletionSource<RateLimitLease> _lease = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    private CancellationTokenRegistration _registration;

    public WaitingCall(WindowShare share, int permits)
    {
        Share = share;
        Permits = permits;
        Place = new LinkedListNode<WaitingCall>(this);
    }

    public WindowShare Share { get; }

    public int Permits { get; }

    /// <summary>How many had asked before it, whatever their share.</summary>
    public long Number { get; set; }

    /// <summary>Its place in the queue of its share.</summary>
    public LinkedListNode<WaitingCall> Place { get; }

    public Task<RateLimitLease> Task => _lease.Task;

    /// <summary>Leaves the queue. One that got its permits has left already.</summary>
    public void Leave()
    {
        if (Place.List is { } waiting)
        {
            waiting.Remove(Place);
            Share.WaitingPermits -= Permits;
        }
    }

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
