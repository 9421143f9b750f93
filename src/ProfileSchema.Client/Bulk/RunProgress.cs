using System.Collections.Concurrent;
using ProfileSchema.Client.Http;

namespace ProfileSchema.Client.Bulk;

/// <summary>
/// Counts how far the files of a run are, and reports it to the caller: at a rate that people can follow, one report after another, the
/// last one at the end.
/// </summary>
internal sealed class RunProgress : IFileObserver, IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly IFileSource _source;
    private readonly IProgress<BulkProgress>? _progress;
    private readonly RunEnd _end;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _isOver = new();
    private readonly ConcurrentDictionary<UploadFile, CallWait> _waits = new();
    private readonly Task _reporting;
    private BulkProgress? _last;
    private long _sent;
    private long _accepted;
    private long _completed;

    /// <param name="end">Ends the run if the caller's progress throws.</param>
    public RunProgress(IFileSource source, IProgress<BulkProgress>? progress, RunEnd end, TimeProvider time)
    {
        _source = source;
        _progress = progress;
        _end = end;
        _time = time;
        _reporting = progress is null ? Task.CompletedTask : Task.Run(ReportAsync);
    }

    public void OnEvent(UploadFile file, FileEvent change)
    {
        if (change is WaitChanged { Wait: not CallWait.Nothing } waiting)
        {
            _waits[file] = waiting.Wait;
            return;
        }

        _waits.TryRemove(file, out _);
        bool isAccepted = file.State is UploadState.Accepted or UploadState.Completed;
        if (change is UploadEnded or Resumed)
        {
            Interlocked.Add(ref _sent, file.Rows);
            Interlocked.Add(ref _accepted, isAccepted ? file.Rows : 0);
        }

        if (change is FileCompleted || (change is Resumed && file.State is UploadState.Completed))
        {
            Interlocked.Add(ref _completed, file.Rows);
        }
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
        BulkProgress present = Snapshot();
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

    private BulkProgress Snapshot()
    {
        // First: it is the number of all that was read, once everything was.
        long? total = _source.Total;
        SourceCounts counts = _source.Counts;
        return new BulkProgress
        {
            Read = counts.Read,
            Rejected = counts.Rejected,
            Empty = counts.Empty,
            Sent = Interlocked.Read(ref _sent),
            Accepted = Interlocked.Read(ref _accepted),
            Completed = Interlocked.Read(ref _completed),
            Merged = counts.Merged,

            // A source that gave more than was expected is one whose length isn't known.
            ExpectedCount = total < counts.Read ? null : total,
            WaitingFor =
                IsAnyWaiting(CallWait.Quota) ? BulkWait.Quota
                : IsAnyWaiting(CallWait.Retry) ? BulkWait.Retry
                : IsAnyWaiting(CallWait.StatusPosition) ? BulkWait.StatusPosition
                : BulkWait.Nothing,
        };
    }

    private bool IsAnyWaiting(CallWait wait) => _waits.Values.Contains(wait);
}
