namespace ProfileSchema.Client;

/// <summary>How a run ends before its time: whatever fails first stops everything else.</summary>
internal sealed class RunEnd(CancellationToken cancellationToken) : IDisposable
{
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    private Exception? _failure;

    /// <summary>Cancelled when the run ends, by the caller or by a failure.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>What failed first, or null.</summary>
    public Exception? Failure => _failure;

    /// <summary>Whether anything was left undone because the run was to end.</summary>
    public bool IsCancelled { get; private set; }

    public void Fail(Exception exception)
    {
        if (exception is OperationCanceledException && _stop.IsCancellationRequested)
        {
            IsCancelled = true;
            return;
        }

        Interlocked.CompareExchange(ref _failure, exception, null);
        _stop.Cancel();
    }

    public void Dispose() => _stop.Dispose();
}
