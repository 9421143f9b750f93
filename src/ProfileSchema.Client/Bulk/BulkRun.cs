using System.Diagnostics;
using System.Threading.Channels;
using ProfileSchema.Client.Http;
using ProfileSchema.Client.Spool;
using ProfileSchema.Client.Telemetry;

namespace ProfileSchema.Client.Bulk;

/// <summary>
/// One bulk update: files are made, uploaded and polled, each at the same time as the others. Whoever makes, uploads and polls changes a
/// file by events; spool, progress, telemetry and log observe them.
/// </summary>
internal sealed class BulkRun(ClientSettings settings, IFileSource source, BulkOptions options, RunSpool? spool)
{
    /// <exception cref="BulkUpdateException">The source failed, or the service declines the token.</exception>
    /// <exception cref="BulkUpdateCanceledException">The token was canceled.</exception>
    public async Task<BulkResult> RunAsync(
        BulkCalls calls,
        IProgress<BulkProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        using Activity? activity = ClientTelemetry.StartRun();
        using var end = new RunEnd(cancellationToken);
        var reporter = new RunProgress(source, progress, end, settings.TimeProvider);
        var producer = new FileProducer(source, spool, Observers(reporter));
        var poller = new StatusPoller(settings, calls.Follow, options, end);
        var uploader = new FileUploader(calls, poller, options, end);
        Channel<UploadFile> queue = Channel.CreateBounded<UploadFile>(
            new BoundedChannelOptions(1) { SingleReader = true, SingleWriter = true }
        );
        try
        {
            Task<Exception?> producing = Task.Run(
                () => producer.RunAsync(queue.Writer, end.Token),
                CancellationToken.None
            );
            await uploader.RunAsync(queue.Reader).ConfigureAwait(false);

            // What was read completely before the source failed is uploaded first.
            if (await producing.ConfigureAwait(false) is { } failure)
            {
                end.Fail(failure);
            }

            await poller.WaitAsync().ConfigureAwait(false);
        }
        finally
        {
            await reporter.DisposeAsync().ConfigureAwait(false);
        }

        while (queue.Reader.TryRead(out UploadFile? waiting))
        {
            waiting.Apply(new RunStopped());
        }

        return End(BulkResultBuilder.Build(source, producer.Files), end, cancellationToken);
    }

    private List<IFileObserver> Observers(RunProgress progress)
    {
        List<IFileObserver> observers = [new UploadTelemetry(), progress, new UploadLog(settings.Logger)];
        if (spool is not null)
        {
            observers.Add(new UploadJournal(spool));
        }

        // Last: it is called once everything else has recorded the end of a file.
        if (options.OnFileCompleted is { } onFileCompleted)
        {
            observers.Add(new CompletionCallback(onFileCompleted));
        }

        return observers;
    }

    private BulkResult End(BulkResult result, RunEnd end, CancellationToken cancellationToken)
    {
        if (result.NotSent == 0 && !end.IsEarly)
        {
            RemoveSpool(end);
        }

        if (!end.IsEarly)
        {
            ClientLog.RunFinished(settings.Logger, result.Read, result.Accepted, result.Rejected);
            return result;
        }

        ClientLog.RunEnded(settings.Logger, result.Read, result.Accepted, result.NotSent);
        if (end.Failure is { } failure)
        {
            string reason = failure is ProfileRequestException or BulkSpoolException
                ? failure.Message
                : "The source, a callback or the token source threw an exception. See InnerException.";
            throw new BulkUpdateException($"The bulk update stopped early. {reason}", result, failure);
        }

        throw new BulkUpdateCanceledException(result, cancellationToken, end.AfterCancellation);
    }

    private void RemoveSpool(RunEnd end)
    {
        try
        {
            spool?.RemoveIfFinished();
        }
        catch (BulkSpoolException exception)
        {
            end.Fail(exception);
        }
    }
}
