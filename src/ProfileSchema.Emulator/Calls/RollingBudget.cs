namespace ProfileSchema.Emulator;

/// <summary>At most so many calls in any window of that length. A call that is turned away does not count.</summary>
internal sealed class RollingBudget(int? permits, TimeSpan window, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Queue<long> _taken = new();

    public bool TryTake()
    {
        if (permits is null)
        {
            return true;
        }

        lock (_gate)
        {
            long now = time.GetTimestamp();
            while (_taken.TryPeek(out long oldest) && time.GetElapsedTime(oldest, now) >= window)
            {
                _taken.Dequeue();
            }

            if (_taken.Count >= permits)
            {
                return false;
            }

            _taken.Enqueue(now);
            return true;
        }
    }
}
