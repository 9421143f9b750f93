using System.Globalization;

namespace ProfileSchema.Client;

/// <summary>Represents the status of a batch as the service reported it (STATUS-2). A count that it didn't report is null.</summary>
public sealed class BatchStatus
{
    /// <summary>Gets how far the service has processed the batch.</summary>
    public BatchState State { get; init; }

    /// <summary>
    /// Gets a value indicating whether processing has ended: the state is <see cref="BatchState.Complete"/> or
    /// <see cref="BatchState.Stuck"/>. Rows may have failed; see <see cref="Failed"/>.
    /// </summary>
    public bool IsCompleted => State is BatchState.Complete or BatchState.Stuck;

    /// <summary>Gets the id that the service gave to the batch, or <see langword="null"/> if it reported none.</summary>
    public string? BatchId { get; init; }

    /// <summary>Gets the number of rows in the batch.</summary>
    public long? BatchSize { get; init; }

    /// <summary>Gets the number of rows that were processed.</summary>
    public long? Consumed { get; init; }

    /// <summary>Gets the number of rows that updated a profile.</summary>
    public long? Updated { get; init; }

    /// <summary>Gets the number of rows whose profile doesn't exist. Only v1 of the API reports them.</summary>
    public long? NotFound { get; init; }

    /// <summary>Gets the number of rows that the service failed to apply.</summary>
    public long? Failed { get; init; }

    /// <summary>Whether the service reported the state in a word that isn't known here (STATUS-3).</summary>
    internal bool IsWordUnknown { get; init; }

    /// <summary>Whether the reply broke off, so that it may lack counts.</summary>
    internal bool IsTruncated { get; init; }

    /// <summary>Whether the service no longer keeps the status, so that asking again is of no use (STATUS-4).</summary>
    internal bool IsForgotten => State is BatchState.Unknown && !IsWordUnknown;

    /// <summary>Returns the state and the counts. The text contains no id.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{State}: size {BatchSize}, updated {Updated}, not found {NotFound}, failed {Failed}"
        );
}

/// <summary>Specifies how far the service has processed an accepted batch (STATUS-3).</summary>
public enum BatchState
{
    /// <summary>
    /// The service didn't report a known state, or no longer keeps the status: it keeps the last ten of an account, for 24 hours at most
    /// (STATUS-4).
    /// </summary>
    Unknown,

    /// <summary>Some rows haven't been processed yet.</summary>
    Incomplete,

    /// <summary>Every row was processed. Some may have failed.</summary>
    Complete,

    /// <summary>Processing stopped and won't continue.</summary>
    Stuck,
}
