using ProfileSchema.Emulator.Batches;

namespace ProfileSchema.Emulator;

/// <summary>A snapshot of an accepted batch, taken when it was asked for.</summary>
public sealed class ReceivedBatch
{
    /// <summary>Gets the batch id in the status URL.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// Gets the version of the Bulk Profile Update API that was called: 1, which updates existing profiles and merges, or 2, which creates
    /// missing profiles and overrides what the batch before set unless there was a visit (BULK-1, BATCH-7).
    /// </summary>
    public required int ApiVersion { get; init; }

    /// <summary>Gets the kind of key in the first column.</summary>
    public required TargetIdKind Key { get; init; }

    /// <summary>Gets the decoded parameter names of the header.</summary>
    public required IReadOnlyList<string> ParameterNames { get; init; }

    /// <summary>Gets the <see cref="ReceivedCall.Number"/> of the upload.</summary>
    public required long CallNumber { get; init; }

    /// <summary>Gets the time at which the upload arrived.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Gets the time at which the batch is or was applied.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Gets a value indicating whether the batch was applied.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>Gets a value indicating whether a fault keeps the batch from ever completing (STATUS-3).</summary>
    public required bool IsStuck { get; init; }

    /// <summary>Gets the number of rows.</summary>
    public required int BatchSize { get; init; }

    /// <summary>Gets the number of rows that were processed. Rows without a value are in this count alone (BATCH-6).</summary>
    public required int ConsumedCount { get; init; }

    /// <summary>Gets the number of rows that updated or created a profile.</summary>
    public required int SuccessfulUpdates { get; init; }

    /// <summary>Gets the number of rows of a v1 batch whose profile does not exist.</summary>
    public required int ProfilesNotFound { get; init; }

    /// <summary>Gets the number of rows that could not be read or that a fault made fail.</summary>
    public required int FailedUpdates { get; init; }

    /// <summary>Gets how many of the <see cref="SuccessfulUpdates"/> a fault dropped (BULK-8).</summary>
    public required int LostRows { get; init; }

    /// <summary>Gets the rows that were not applied, with the reasons, at most 1,000.</summary>
    public required IReadOnlyList<FailedRow> FailedRows { get; init; }

    /// <summary>Gets the protocol violations of the rows, at most 1,000, including those of the failed rows.</summary>
    public required IReadOnlyList<ProtocolViolation> Violations { get; init; }

    /// <summary>Gets the query of the status URL in the reply, without its question mark (BULK-4).</summary>
    public required string StatusQuery { get; init; }

    internal IReadOnlyList<RowStatus>? RowStatuses { get; init; }

    /// <summary>Returns the id and the counts, without keys and values (HTTP-2).</summary>
    public override string ToString() => $"Batch {Id}: {SuccessfulUpdates} of {BatchSize} rows applied";
}

/// <summary>Specifies why a row of a batch was not applied.</summary>
public enum RowFailure
{
    /// <summary>The row could not be read or is invalid.</summary>
    Declined,

    /// <summary>The batch is v1 and the profile does not exist (BULK-1).</summary>
    ProfileNotFound,

    /// <summary>A fault made the row fail.</summary>
    Failed,

    /// <summary>A fault dropped the row, and the status counts it as updated (BULK-8).</summary>
    Lost,
}

/// <summary>Describes a row of a batch that was not applied.</summary>
/// <param name="Row">The row, counted from 1, the header not counted.</param>
/// <param name="Key">The decoded key, or null if it could not be read.</param>
/// <param name="Failure">The kind of failure.</param>
/// <param name="Rule">The ID of the protocol rule that the row violates, or null if there is none.</param>
/// <param name="Reason">The reason, without IDs and values (HTTP-2).</param>
public sealed record FailedRow(int Row, string? Key, RowFailure Failure, string? Rule, string Reason)
{
    /// <summary>Returns the row and the reason, without the key, which is personal data (HTTP-2).</summary>
    public override string ToString() => $"Row {Row}: {Reason}";
}

/// <summary>Describes a row of a batch that was just applied.</summary>
/// <param name="CallNumber">The <see cref="ReceivedCall.Number"/> of the upload.</param>
/// <param name="Row">The row, counted from 1, the header not counted.</param>
/// <param name="Id">The profile that was updated.</param>
/// <param name="Values">The values that were set. They are valid until the callback returns.</param>
public readonly record struct AppliedRow(
    long CallNumber,
    int Row,
    TargetId Id,
    IReadOnlyList<KeyValuePair<string, string>> Values
)
{
    /// <summary>Returns the row, without the ID and the values, which are personal data (HTTP-2).</summary>
    public override string ToString() => $"Row {Row} of call {CallNumber}";
}
