namespace ProfileSchema.Emulator.Calls;

/// <summary>Delays calls by the clock of the options, and counts those that it delays.</summary>
internal sealed class DelayedCalls : IAsyncDisposable
{
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationToken _stopped;
    private int _count;
    private int _isDisposed;

    public DelayedCalls(TimeProvider time)
    {
        _time = time;
        _stopped = _stop.Token;
    }

    public int Count => Volatile.Read(ref _count);

    /// <exception cref="OperationCanceledException">The sender left, or the emulator stops.</exception>
    public async Task HoldAsync(TimeSpan delay, CancellationToken aborted)
    {
        if (delay == TimeSpan.Zero)
        {
            return;
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(aborted, _stopped);

        // The timer runs before the call is counted, so that a test that sees the count can move the clock.
        Task elapsed = Task.Delay(delay, _time, either.Token);
        Interlocked.Increment(ref _count);
        try
        {
            await elapsed.ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _count);
        }
    }

    /// <summary>Ends every hold: the emulator stops.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            await _stop.CancelAsync().ConfigureAwait(false);
            _stop.Dispose();
        }
    }
}
