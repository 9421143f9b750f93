namespace ProfileSchema.Emulator.Calls;

/// <summary>Allows a number of calls in any window of a length. A call that is turned away does not count.</summary>
internal sealed class RollingLimit(int? permits, TimeSpan window, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Queue<long> _taken = new();
    private long _turnedAway;
    private DateTimeOffset? _lastTurnedAway;

    public bool TryTake()
    {
        if (permits is null)
        {
            return true;
        }

        lock (_gate)
        {
            long now = time.GetTimestamp();
            Drop(now);
            if (_taken.Count >= permits)
            {
                _turnedAway++;
                _lastTurnedAway = time.GetUtcNow();
                return false;
            }

            _taken.Enqueue(now);
            return true;
        }
    }

    public LimitUse Read()
    {
        lock (_gate)
        {
            Drop(time.GetTimestamp());
            return new LimitUse(_taken.Count, permits, _turnedAway, _lastTurnedAway);
        }
    }

    private void Drop(long now)
    {
        while (_taken.TryPeek(out long oldest) && time.GetElapsedTime(oldest, now) >= window)
        {
            _taken.Dequeue();
        }
    }
}

/// <summary>How far a limit is used.</summary>
/// <param name="Taken">The calls of the last window; none is counted where there is no limit.</param>
/// <param name="Permits">How many there may be; null: any number.</param>
/// <param name="TurnedAway">How many calls were refused so far, and when the last one was.</param>
internal sealed record LimitUse(int Taken, int? Permits, long TurnedAway, DateTimeOffset? LastTurnedAway);
