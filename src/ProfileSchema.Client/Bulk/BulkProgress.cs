namespace ProfileSchema.Client;

/// <summary>Represents the progress of a bulk update. Counts never decrease.</summary>
public sealed record BulkProgress
{
    /// <summary>Gets the number of profiles that were read from the source.</summary>
    public long Read { get; init; }

    /// <summary>Gets the number of profiles that the client rejected because a value is not valid.</summary>
    public long Rejected { get; init; }

    /// <summary>Gets the number of profiles without a value.</summary>
    public long Empty { get; init; }

    /// <summary>Gets the number of profiles that were merged into an earlier row with the same key.</summary>
    public long Merged { get; init; }

    /// <summary>Gets the number of rows in files whose upload has ended, whatever the outcome.</summary>
    public long Sent { get; init; }

    /// <summary>Gets the number of rows in files that the service accepted.</summary>
    public long Accepted { get; init; }

    /// <summary>Gets the number of accepted rows whose status is known, or whose status polling has ended.</summary>
    public long Completed { get; init; }

    /// <summary>
    /// Gets the total number of profiles in the source: the size of a collection or <see cref="BulkOptions.ExpectedCount"/>, and
    /// <see cref="Read"/> once the source was read completely. The value is <see langword="null"/> if the total isn't known.
    /// </summary>
    public long? ExpectedCount { get; init; }

    /// <summary>Gets what calls of the run are waiting for.</summary>
    public BulkWait WaitingFor { get; init; }
}

/// <summary>Specifies what a bulk update is waiting for.</summary>
public enum BulkWait
{
    /// <summary>Nothing, or a response of the service.</summary>
    Nothing,

    /// <summary>A permit of the account's quota (BULK-5).</summary>
    Quota,

    /// <summary>The back-off after a failure, before a file is retried (BULK-5, BULK-6).</summary>
    Retry,

    /// <summary>The status of an earlier file, which a further upload could push out of the ten that the service keeps (STATUS-4).</summary>
    StatusPosition,
}
