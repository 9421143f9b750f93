namespace ProfileSchema.Client;

/// <summary>
/// Holds all calls of an account back once the service has said that its budget is used up: a call that did not hear it would be
/// one too many as well (BULK-5).
/// </summary>
internal sealed class AccountPause(TimeProvider time)
{
    /// <summary>A service that asks for more is tried now and then all the same; only the call that it told waits longer.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly long _started = time.GetTimestamp();
    private TimeSpan _until;

    // By the monotonic clock, like the windows of the budget.
    private TimeSpan Now => time.GetElapsedTime(_started);

    /// <summary>How long calls are to wait from now; zero if there is no pause.</summary>
    public TimeSpan Left
    {
        get
        {
            lock (_gate)
            {
                TimeSpan left = _until - Now;
                return left > TimeSpan.Zero ? left : TimeSpan.Zero;
            }
        }
    }

    /// <summary>Begins a pause from now on. One that lasts longer already is not shortened.</summary>
    public void Extend(TimeSpan pause)
    {
        lock (_gate)
        {
            TimeSpan until = Now + (pause < Longest ? pause : Longest);
            _until = until > _until ? until : _until;
        }
    }

    /// <summary>Waits until there is no pause, also none that began meanwhile.</summary>
    public async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        while (Left is { Ticks: > 0 } left)
        {
            // Timers drop what is less than a millisecond.
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)), time, cancellationToken)
                .ConfigureAwait(false);
        }
    }
}
