using System.Globalization;
using System.Net;

namespace ProfileSchema.Client;

/// <summary>
/// Represents the outcome of one file of a bulk update. For an accepted file,
/// <c>Rows = Updated + NotFound + Failed + StatusUnknown</c>.
/// </summary>
public sealed class BulkFileResult
{
    /// <summary>Gets the number of the file in the run. The first file is 1.</summary>
    public int Number { get; init; }

    /// <summary>Gets the number of rows in the file.</summary>
    public int Rows { get; init; }

    /// <summary>Gets the size of the file in bytes.</summary>
    public long Bytes { get; init; }

    /// <summary>Gets the zero-based position in the source of the first profile that the file accounts for.</summary>
    public long FirstPosition { get; init; }

    /// <summary>Gets the position after the last profile that the file accounts for.</summary>
    public long EndPosition { get; init; }

    /// <summary>Gets the outcome of sending the file.</summary>
    public BatchOutcome Outcome { get; init; }

    /// <summary>
    /// Gets the attempts to send the file, in order, those of an interrupted run included. With more than one attempt, the service may
    /// have accepted the file more than once (BULK-7).
    /// </summary>
    public IReadOnlyList<BulkAttempt> Attempts { get; init; } = [];

    /// <summary>Gets the time when the first attempt started, or <see langword="null"/> if no attempt was made.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>
    /// Gets the time when the status of an accepted file was known or polling ended, or <see langword="null"/> if the run ended first or
    /// no status was requested.
    /// </summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Gets the id that the service gave to the batch, or <see langword="null"/> if it reported none.</summary>
    public string? BatchId { get; init; }

    /// <summary>
    /// Gets the address of the batch status, for <see cref="ProfileClient.GetBatchStatusAsync"/> and
    /// <see cref="ProfileClient.FollowBatchAsync"/>; <see langword="null"/> if the service gave no address, or one that isn't trusted
    /// (STATUS-6).
    /// </summary>
    public Uri? StatusUrl { get; init; }

    /// <summary>
    /// Gets a value indicating whether the service gave a status address that isn't trusted and was therefore not requested (STATUS-6).
    /// </summary>
    public bool IsStatusUrlUntrusted { get; init; }

    /// <summary>Gets the last state that the service reported, or <see langword="null"/> if it reported none.</summary>
    public BatchState? State { get; init; }

    /// <summary>Gets the number of rows that updated a profile.</summary>
    public long Updated { get; init; }

    /// <summary>Gets the number of rows whose profile doesn't exist. Only v1 of the API reports them.</summary>
    public long NotFound { get; init; }

    /// <summary>Gets the number of rows that the service failed to apply.</summary>
    public long Failed { get; init; }

    /// <summary>Gets the number of accepted rows whose status the service didn't report (BULK-8, STATUS-4).</summary>
    public long StatusUnknown { get; init; }

    /// <summary>
    /// Gets the error message from the service for a file that it didn't accept, with the data of the file removed (HTTP-2). Don't log
    /// it.
    /// </summary>
    public string? ServiceMessage { get; init; }

    /// <summary>
    /// Gets the client's reason why the last attempt failed, or <see langword="null"/> if the response of the service gives it. The text
    /// contains no id and no value.
    /// </summary>
    public string? FailureMessage { get; init; }

    /// <summary>Returns the number, the rows, the outcome and the state. The text contains no id.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"file {Number}: {Rows} rows, {Outcome}, {State}");
}

/// <summary>Represents one attempt to send a file of a bulk update.</summary>
public sealed class BulkAttempt
{
    /// <summary>Gets the time when the attempt started. The wait for a permit comes before it.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>Gets the time when the attempt ended, or <see langword="null"/> if the run ended first.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Gets the outcome of this attempt alone.</summary>
    public BatchOutcome Outcome { get; init; }

    /// <summary>Gets the HTTP status code of the response, or <see langword="null"/> if there was no readable response.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>Returns the outcome and the status code.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Outcome} ({(int?)StatusCode})");
}

/// <summary>Specifies the outcome of sending a batch file, or of one attempt to send it.</summary>
public enum BatchOutcome
{
    /// <summary>No outcome was set. A bulk update never reports this value.</summary>
    Unknown = 0,

    /// <summary>The service accepted the file; the status of the batch reports the outcome of its rows (BULK-3).</summary>
    Accepted,

    /// <summary>The service responded that it doesn't accept the file.</summary>
    Declined,

    /// <summary>The file was sent, but no response tells whether the service accepted it (BULK-7).</summary>
    Unconfirmed,

    /// <summary>The file was never sent completely, so the service can't have accepted it.</summary>
    NotSent,
}
