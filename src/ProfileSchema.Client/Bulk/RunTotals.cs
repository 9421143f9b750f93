using ProfileSchema.Client.Http;

namespace ProfileSchema.Client.Bulk;

/// <summary>How far a run is, counted by many tasks and read at any time.</summary>
internal sealed class RunTotals
{
    private readonly int[] _waits = new int[Enum.GetValues<CallWait>().Length];
    private long _sent;
    private long _accepted;
    private long _resolved;

    public long Sent => Interlocked.Read(ref _sent);

    public long Accepted => Interlocked.Read(ref _accepted);

    public long Completed => Interlocked.Read(ref _resolved);

    public void AddSent(long rows) => Interlocked.Add(ref _sent, rows);

    public void AddAccepted(long rows) => Interlocked.Add(ref _accepted, rows);

    public void AddCompleted(long rows) => Interlocked.Add(ref _resolved, rows);

    /// <summary>Whether any call waits for that.</summary>
    public bool IsAnyWaiting(CallWait wait) => Volatile.Read(ref _waits[(int)wait]) > 0;

    /// <summary>Begins to keep what one call waits for.</summary>
    public Wait BeginWait() => new(this);

    /// <summary>What one call waits for. Disposing ends it.</summary>
    internal sealed class Wait(RunTotals totals) : IDisposable
    {
        private CallWait _present;

        public void Set(CallWait wait)
        {
            Interlocked.Decrement(ref totals._waits[(int)_present]);
            _present = wait;
            Interlocked.Increment(ref totals._waits[(int)_present]);
        }

        public void Dispose() => Set(CallWait.Nothing);
    }
}
