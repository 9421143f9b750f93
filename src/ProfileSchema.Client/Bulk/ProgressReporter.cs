namespace ProfileSchema.Client.Bulk;

/// <summary>Tells the caller how far the run is, at a rate that people can follow, one report after another, the last one at the end.</summary>
internal sealed class ProgressReporter : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly IProgress<BulkProgress>? _progress;
    private readonly Func<BulkProgress> _snapshot;
    private readonly RunEnd _end;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _isOver = new();
    private readonly Task _reporting;
    private BulkProgress? _last;

    /// <param name="end">Is told when the caller's progress fails.</param>
    public ProgressReporter(
        IProgress<BulkProgress>? progress,
        Func<BulkProgress> snapshot,
        RunEnd end,
        TimeProvider time
    )
    {
        _progress = progress;
        _snapshot = snapshot;
        _end = end;
        _time = time;
        _reporting = progress is null ? Task.CompletedTask : Task.Run(ReportAsync);
    }

    public async ValueTask DisposeAsync()
    {
        await _isOver.CancelAsync().ConfigureAwait(false);
        await _reporting.ConfigureAwait(false);
        Report();
        _isOver.Dispose();
    }

    private async Task ReportAsync()
    {
        using var timer = new PeriodicTimer(Interval, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(_isOver.Token).ConfigureAwait(false))
            {
                Report();
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }

    private void Report()
    {
        BulkProgress present = _snapshot();
        if (_progress is null || present == _last)
        {
            return;
        }

        _last = present;
        try
        {
            _progress.Report(present);
        }
        catch (Exception exception)
        {
            _end.Fail(exception);
        }
    }
}
