using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using ProfileSchema.Client.Http;
using ProfileSchema.Client.Spool;
using ProfileSchema.Client.Telemetry;

namespace ProfileSchema.Client.Bulk;

/// <summary>One bulk update: files made, sent, and followed, the books kept; each at the same time as the others.</summary>
internal sealed class BulkRun : IDisposable
{
    private readonly IFileSource _source;
    private readonly BulkBooks _books;
    private readonly RunSpool? _spool;
    private readonly IProgress<BulkProgress>? _progress;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CancellationToken _cancellationToken;
    private readonly RunEnd _end;
    private readonly RunTotals _totals;
    private readonly FileSender _sender;
    private volatile bool _isMade;

    public BulkRun(
        ClientSettings settings,
        BatchUpload upload,
        BatchStatusCall statusCall,
        IFileSource source,
        BatchApiVersion version,
        BulkOptions options,
        BulkBooks books,
        IProgress<BulkProgress>? progress,
        RunSpool? spool,
        CancellationToken cancellationToken
    )
    {
        _spool = spool;
        _source = source;
        _books = books;
        _progress = progress;
        _time = settings.TimeProvider;
        _logger = settings.Logger;
        _cancellationToken = cancellationToken;
        _end = new RunEnd(cancellationToken);
        _totals = new RunTotals();
        _sender = new FileSender(
            upload,
            new StatusFollower(settings, statusCall, options, _totals),
            settings.Quota,
            new UploadTerms(version, options.MaxAttempts, options.RetryTimeout),
            options,
            _totals,
            _end,
            settings.Logger,
            spool
        );
    }

    /// <exception cref="BulkUpdateException">The source failed, or the service does not let the client in.</exception>
    /// <exception cref="BulkUpdateCanceledException">The token was cancelled.</exception>
    public async Task<BulkResult> RunAsync()
    {
        using Activity? activity = ClientTelemetry.StartRun();
        Channel<FileToSend> files = Channel.CreateBounded<FileToSend>(
            new BoundedChannelOptions(1) { SingleReader = true, SingleWriter = true }
        );
        var reporter = new ProgressReporter(_progress, Snapshot, _end, _time);
        try
        {
            Task<Exception?> making = Task.Run(() => MakeFilesAsync(files.Writer), CancellationToken.None);
            await _sender.SendAllAsync(files.Reader).ConfigureAwait(false);

            // What was read whole before the source failed is sent first.
            if (await making.ConfigureAwait(false) is { } failure)
            {
                _end.Fail(failure);
            }

            await _sender.FollowAllAsync().ConfigureAwait(false);
        }
        finally
        {
            await _sender.GiveUpPositionsAsync().ConfigureAwait(false);
            await reporter.DisposeAsync().ConfigureAwait(false);
        }

        while (files.Reader.TryRead(out FileToSend waiting))
        {
            waiting.File.Dispose();
        }

        return Close();
    }

    public void Dispose() => _end.Dispose();

    private async Task<Exception?> MakeFilesAsync(ChannelWriter<FileToSend> files)
    {
        var sink = new FileSink(files, _books, _spool);
        Exception? failure = null;
        try
        {
            await _source.MakeFilesAsync(sink, _end.Token).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        try
        {
            await sink.CompleteAsync(isWhole: failure is null).ConfigureAwait(false);
            _isMade = failure is null;
        }
        catch (Exception exception)
        {
            failure ??= exception;
        }

        files.Complete();
        return failure;
    }

    private BulkResult Close()
    {
        BulkResult result = _books.Close(_source.Counts);
        if (result.NotSent == 0)
        {
            RemoveSpool();
        }

        if (!_end.IsEarly)
        {
            ClientLog.RunFinished(_logger, result.Read, result.Accepted, result.Rejected);
            return result;
        }

        ClientLog.RunEnded(_logger, result.Read, result.Accepted, result.NotSent);
        if (_end.Failure is { } failure)
        {
            string reason = failure is ProfileRequestException or BulkSpoolException
                ? failure.Message
                : "The source, a callback or the token source threw an exception. See InnerException.";
            throw new BulkUpdateException($"The bulk update stopped early. {reason}", result, failure);
        }

        throw new BulkUpdateCanceledException(result, _cancellationToken, _end.AfterCancellation);
    }

    private void RemoveSpool()
    {
        if (_end.IsEarly)
        {
            return;
        }

        try
        {
            _spool?.RemoveIfFinished();
        }
        catch (BulkSpoolException exception)
        {
            _end.Fail(exception);
        }
    }

    private BulkProgress Snapshot()
    {
        // First, since everything was read by then.
        bool isMade = _isMade;
        SourceCounts counts = _source.Counts;
        long? expected = isMade ? counts.Read : _source.Total;

        // A source that gave more than was said is one of which nobody knows the length.
        expected = expected < counts.Read ? null : expected;
        return new BulkProgress
        {
            Read = counts.Read,
            Rejected = counts.Rejected,
            Empty = counts.Empty,
            Sent = _totals.Sent,
            Accepted = _totals.Accepted,
            Completed = _totals.Completed,
            Merged = counts.Merged,
            ExpectedCount = expected,
            WaitingFor =
                _totals.IsAnyWaiting(CallWait.Quota) ? BulkWait.Quota
                : _totals.IsAnyWaiting(CallWait.Retry) ? BulkWait.Retry
                : _totals.IsAnyWaiting(CallWait.StatusPosition) ? BulkWait.StatusPosition
                : BulkWait.Nothing,
        };
    }
}
