namespace ProfileSchema.Client.Bulk;

/// <summary>Cuts a transfer off that does not move (BULK-9).</summary>
internal sealed class StallTimer(TimeProvider time) : IDisposable
{
    /// <summary>What a piece of 64 KB may take: a line of a kilobyte a second is slow and not stalled.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource _stalled = new(System.Threading.Timeout.InfiniteTimeSpan, time);

    public CancellationToken Token => _stalled.Token;

    public bool IsStalled => _stalled.IsCancellationRequested;

    public void Restart() => _stalled.CancelAfter(Timeout);

    public void Stop() => _stalled.CancelAfter(System.Threading.Timeout.InfiniteTimeSpan);

    public void Dispose() => _stalled.Dispose();
}
