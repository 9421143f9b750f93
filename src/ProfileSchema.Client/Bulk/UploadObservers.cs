using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using ProfileSchema.Client.Spool;
using ProfileSchema.Client.Telemetry;

namespace ProfileSchema.Client.Bulk;

/// <summary>Records the spans and the metrics of files that this run uploads.</summary>
internal sealed class UploadTelemetry : IFileObserver
{
    private readonly ConcurrentDictionary<UploadFile, Activity> _attempts = new();

    public void OnEvent(UploadFile file, FileEvent change)
    {
        switch (change)
        {
            case AttemptStarted started when ClientTelemetry.StartUpload(file.Number, started.Number) is { } activity:
                _attempts[file] = activity;
                break;
            case AttemptEnded ended:
                _attempts.TryRemove(file, out Activity? attempt);
                bool isCutOff = ended is { Failure: null, Outcome: not BatchOutcome.Accepted };
                ClientTelemetry.EndUpload(
                    attempt,
                    isCutOff ? null : ended.Outcome,
                    ended.StatusCode,
                    ended.Duration.TotalSeconds
                );
                break;
            case UploadEnded:
                ClientTelemetry.CountFile(file.Outcome, file.Rows, file.Bytes);
                break;
        }
    }
}

/// <summary>Logs what happens to the files of a run.</summary>
internal sealed class UploadLog(ILogger logger) : IFileObserver
{
    public void OnEvent(UploadFile file, FileEvent change)
    {
        switch (change)
        {
            case AttemptEnded { Failure: not null } ended:
                ClientLog.AttemptFailed(logger, file.Number, file.Attempts, ended.Outcome, (int?)ended.StatusCode);
                break;
            case UploadEnded:
                ClientLog.FileSent(logger, file.Number, file.Rows, file.Outcome, file.Attempts);
                break;
            case StatusAddressKnown { IsUntrusted: true }:
                ClientLog.StatusAddressNotTrusted(logger, file.Number);
                break;
            case FileCompleted { At: not null }:
                BulkFileResult result = file.ToResult();
                ClientLog.FileCompleted(
                    logger,
                    file.Number,
                    result.State,
                    result.Updated,
                    result.Failed,
                    result.StatusUnknown
                );
                break;
        }
    }
}

/// <summary>Writes to the journal of the spool how far each file is.</summary>
internal sealed class UploadJournal(RunSpool spool) : IFileObserver
{
    public void OnEvent(UploadFile file, FileEvent change)
    {
        switch (change)
        {
            case AttemptStarted started:
                spool.MarkSending(file.Number, started.At);
                break;

            // However the run goes on: an attempt that no later line of the journal decides may have been accepted (BULK-7).
            case AttemptEnded when file.Outcome is not BatchOutcome.Accepted:
                spool.MarkAttempted(file.ToResult());
                break;
            case StatusAddressKnown { IsPolled: true }:
                spool.MarkAccepted(file.ToResult());
                break;
            case UploadEnded when file.IsDeclinedForGood:
            case FileCompleted:
                spool.MarkFinished(file.ToResult());
                break;
        }
    }
}

/// <summary>Calls <see cref="BulkOptions.OnFileCompleted"/> for each file that the run has nothing more to do for.</summary>
internal sealed class CompletionCallback(Action<BulkFileResult> onFileCompleted) : IFileObserver
{
    private readonly Lock _gate = new();

    public void OnEvent(UploadFile file, FileEvent change)
    {
        bool isDone = change switch
        {
            // A refused token ends the run, and with another one the file is to be sent.
            UploadEnded => file.State is not UploadState.Accepted && !file.IsTokenRefused,
            Resumed => file.State is not UploadState.Accepted,
            HeldBack or FileCompleted => true,
            _ => false,
        };
        if (isDone)
        {
            // Files are uploaded and polled at the same time; a callback need not be ready for that.
            lock (_gate)
            {
                onFileCompleted(file.ToResult());
            }
        }
    }
}
