namespace ProfileSchema.Client;

/// <summary>The calls that ended and still count, oldest first. Guarded by the lock of the window.</summary>
internal sealed class EndedCalls
{
    private readonly LinkedList<Entry> _entries = new();

    /// <summary>When the oldest ended.</summary>
    public TimeSpan? First => _entries.First?.Value.At;

    public void Add(TimeSpan at, WindowShare share, int permits)
    {
        // Equal times are one entry: with rounded times the list stays as short as the window has steps.
        if (_entries.Last?.Value is { } last && last.At == at && last.Share == share)
        {
            last.Permits += permits;
            return;
        }

        _entries.AddLast(new Entry(at, share) { Permits = permits });
    }

    /// <summary>Lets go of what ended at that time or before, and says how many permits that frees.</summary>
    public int TakeBefore(TimeSpan time)
    {
        int permits = 0;
        while (_entries.First?.Value is { } first && first.At <= time)
        {
            first.Share.Used -= first.Permits;
            permits += first.Permits;
            _entries.RemoveFirst();
        }

        return permits;
    }

    private sealed class Entry(TimeSpan at, WindowShare share)
    {
        public TimeSpan At { get; } = at;

        public WindowShare Share { get; } = share;

        public int Permits { get; set; }
    }
}
