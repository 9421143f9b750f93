using Microsoft.Extensions.Logging;

namespace ProfileSchema.Client.Telemetry;

/// <summary>What the client logs. The ids of the events never change. No id, value or address is logged (HTTP-2).</summary>
internal static partial class ClientLog
{
    [LoggerMessage(1, LogLevel.Information, "File {File} of {Rows} rows: {Outcome} after {Attempts} attempts.")]
    public static partial void FileSent(ILogger logger, int file, int rows, BatchOutcome outcome, int attempts);

    [LoggerMessage(2, LogLevel.Warning, "File {File}, attempt {Attempt}: {Outcome}, status {Status}.")]
    public static partial void AttemptFailed(ILogger logger, int file, int attempt, BatchOutcome outcome, int? status);

    [LoggerMessage(
        3,
        LogLevel.Information,
        "File {File} completed: {State}, {Updated} updated, {Failed} failed, {Unknown} unknown."
    )]
    public static partial void FileCompleted(
        ILogger logger,
        int file,
        BatchState? state,
        long updated,
        long failed,
        long unknown
    );

    [LoggerMessage(
        4,
        LogLevel.Warning,
        "File {File}: the service returned a status address that isn't trusted, so it isn't requested (STATUS-6)."
    )]
    public static partial void StatusAddressNotTrusted(ILogger logger, int file);

    [LoggerMessage(
        5,
        LogLevel.Information,
        "Bulk update finished: {Read} read, {Accepted} accepted, {Rejected} rejected."
    )]
    public static partial void RunFinished(ILogger logger, long read, long accepted, long rejected);

    [LoggerMessage(6, LogLevel.Error, "Bulk update ended early: {Read} read, {Accepted} accepted, {NotSent} not sent.")]
    public static partial void RunEnded(ILogger logger, long read, long accepted, long notSent);

    [LoggerMessage(
        7,
        LogLevel.Warning,
        "The quota {Quota} failed with {Exception} when the end of a call or a 503 was reported to it."
    )]
    public static partial void QuotaNotReported(ILogger logger, string quota, string exception);
}
