namespace ProfileSchema.Client.Bulk;

/// <summary>How a run ends before its time: whatever fails first stops everything else.</summary>
internal sealed class RunEnd(CancellationToken cancellationToken) : IDisposable
{
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    private Exception? _failure;
    private bool _isCancelled;

    /// <summary>Cancelled when the run ends, by the caller or by a failure.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>What failed first, or null.</summary>
    public Exception? Failure => _failure;

    /// <summary>Whether the run ended before its time: something failed, or was left undone because the caller cancelled.</summary>
    public bool IsEarly => _failure is not null || _isCancelled;

    /// <summary>What was thrown once the caller had cancelled, by a source whose query was ended for example; null if nothing was.</summary>
    public Exception? AfterCancellation { get; private set; }

    public void Fail(Exception exception)
    {
        if (_stop.IsCancellationRequested)
        {
            _isCancelled = true;
            AfterCancellation ??= exception is OperationCanceledException ? null : exception;
            return;
        }

        Interlocked.CompareExchange(ref _failure, exception, null);
        Stop();
    }

    private void Stop()
    {
        try
        {
            _stop.Cancel();
        }
        catch (AggregateException)
        {
            // What a source does at the end of its token is its own affair: the run has a failure to report already.
        }
    }

    public void Dispose() => _stop.Dispose();
}
