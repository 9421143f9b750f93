namespace ProfileSchema.Client.Quota;

/// <summary>
/// Numbers the attempts to upload, and holds those back that would push out a status that is still followed: the service keeps the
/// statuses of the last ten submissions (STATUS-4).
/// </summary>
/// <remarks>
/// Each attempt may become a batch, also one that got no answer. Attempts that are under way when another begins may reach the service
/// after it: its number is lower by as many.
/// </remarks>
internal sealed class StatusPositions : IDisposable
{
    private const int KeptStatuses = 10;

    private readonly Lock _gate = new();
    private readonly LinkedList<Waiter<StatusPosition>> _waiting = new();

    /// <summary>Ten at most: one more could not begin.</summary>
    private readonly List<Position> _followed = [];
    private long _next;
    private int _underWay;
    private bool _isDisposed;

    public ValueTask<StatusPosition> TakeAsync(bool isFollowed, CancellationToken cancellationToken)
    {
        Waiter<StatusPosition> waiter;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(LocalAccountQuota));
            waiter = new Waiter<StatusPosition>(_gate, _waiting, new Position(this, isFollowed));
            Serve();
        }

        return waiter.WaitAsync(cancellationToken);
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            while (_waiting.First is { } first)
            {
                first.Value.Fail(new ObjectDisposedException(nameof(LocalAccountQuota)));
            }
        }
    }

    private void Serve()
    {
        while (
            _waiting.First?.Value is { } first
            && (_followed.Count == 0 || _next - _followed.Min(other => other.Number) < KeptStatuses)
        )
        {
            var position = (Position)first.Item;
            position.Number = _next++ - _underWay++;
            if (position.IsFollowed)
            {
                _followed.Add(position);
            }

            first.Serve();
        }
    }

    private void EndAttempt(Position position)
    {
        lock (_gate)
        {
            _underWay -= position.IsUnderWay ? 1 : 0;
            position.IsUnderWay = false;
        }
    }

    private void GiveUp(Position position)
    {
        lock (_gate)
        {
            EndAttempt(position);
            if (_followed.Remove(position))
            {
                Serve();
            }
        }
    }

    private sealed class Position(StatusPositions owner, bool isFollowed) : StatusPosition
    {
        public bool IsFollowed => isFollowed;

        /// <summary>How many submissions the service may have had before it, at least.</summary>
        public long Number { get; set; }

        public bool IsUnderWay { get; set; } = true;

        public override ValueTask EndAttemptAsync()
        {
            owner.EndAttempt(this);
            return ValueTask.CompletedTask;
        }

        public override ValueTask DisposeAsync()
        {
            owner.GiveUp(this);
            return ValueTask.CompletedTask;
        }
    }
}
