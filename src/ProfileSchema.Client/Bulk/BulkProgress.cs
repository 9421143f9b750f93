namespace ProfileSchema.Client;

/// <summary>How far a bulk update is. No count ever falls.</summary>
/// <param name="Read">Profiles that the source has given.</param>
/// <param name="Rejected">Profiles that break a rule.</param>
/// <param name="Empty">Profiles without any value.</param>
/// <param name="Sent">Rows of files that are done with, whatever the answer.</param>
/// <param name="Accepted">Rows of files that the service took.</param>
/// <param name="Completed">Accepted rows whose fate is known, or given up on.</param>
public sealed record BulkProgress(long Read, long Rejected, long Empty, long Sent, long Accepted, long Completed)
{
    /// <summary>Profiles that became part of the row of an earlier one.</summary>
    public long Merged { get; init; }

    /// <summary>
    /// Profiles that the source is to give in all: as the source or <see cref="BulkOptions.ExpectedCount"/> says, and what it gave
    /// once it was read whole. Null as long as nobody knows.
    /// </summary>
    public long? ExpectedCount { get; init; }

    /// <summary>What calls of the run wait for at present.</summary>
    public BulkWait WaitingFor { get; init; }
}

/// <summary>What a bulk update waits for.</summary>
public enum BulkWait
{
    /// <summary>Nothing but answers.</summary>
    Nothing,

    /// <summary>A permit of the account's quota (BULK-5).</summary>
    Quota,

    /// <summary>The pause after a failure, before a file is sent again (BULK-5, BULK-6).</summary>
    Retry,

    /// <summary>The status of an earlier file, which a further upload could push out of the ten that the service keeps (STATUS-4).</summary>
    StatusPosition,
}
