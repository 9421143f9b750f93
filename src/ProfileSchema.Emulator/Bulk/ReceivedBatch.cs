namespace ProfileSchema.Emulator;

/// <summary>The two versions of the bulk API (BULK-1).</summary>
public enum BatchVersion
{
    /// <summary>Updates existing profiles and merges.</summary>
    V1,

    /// <summary>Creates what is missing, and overrides what the batch before set unless there was a visit (BATCH-7).</summary>
    V2,
}

/// <summary>A batch that was accepted, as it was at the moment one looked. It does not change any more.</summary>
public sealed class ReceivedBatch
{
    internal ReceivedBatch() { }

    /// <summary>The id that the status URL names.</summary>
    public required string Id { get; init; }

    /// <summary>The version of the API that it came by.</summary>
    public required BatchVersion Version { get; init; }

    /// <summary>The kind of key in its first column.</summary>
    public required TargetIdKind Key { get; init; }

    /// <summary>The names in its header, decoded.</summary>
    public required IReadOnlyList<string> ParameterNames { get; init; }

    /// <summary>The <see cref="ReceivedCall.Number"/> of the call that brought it.</summary>
    public required long CallNumber { get; init; }

    /// <summary>When its call arrived.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When it is applied, or was.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Whether it was applied.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>Whether it is stuck for ever, by a fault (STATUS-3).</summary>
    public required bool IsStuck { get; init; }

    /// <summary>How many rows it has.</summary>
    public required int BatchSize { get; init; }

    /// <summary>How many rows were looked at. Those that held no value are in this count alone (BATCH-6).</summary>
    public required int ConsumedCount { get; init; }

    /// <summary>How many rows updated or created a profile.</summary>
    public required int SuccessfulUpdates { get; init; }

    /// <summary>How many rows of a v1 batch named a profile that does not exist.</summary>
    public required int ProfilesNotFound { get; init; }

    /// <summary>How many rows could not be read, or failed by a fault.</summary>
    public required int FailedUpdates { get; init; }

    /// <summary>How many of the <see cref="SuccessfulUpdates"/> were in truth lost, by a fault (BULK-8).</summary>
    public required int LostRows { get; init; }

    /// <summary>The rows that faults hit, the first 1,000.</summary>
    public required IReadOnlyList<RowFault> RowFaults { get; init; }

    /// <summary>The rows that set nothing although they should have, with the reasons, the first 1,000.</summary>
    public required IReadOnlyList<FailedRow> FailedRows { get; init; }

    /// <summary>What its rows did against the protocol, the first 1,000; why rows failed is among them.</summary>
    public required IReadOnlyList<ProtocolViolation> Violations { get; init; }

    /// <summary>The query of the status URL that was given in the reply, without its question mark (BULK-4).</summary>
    public required string StatusQuery { get; init; }

    internal IReadOnlyList<RowStatus>? RowStatuses { get; init; }

    /// <summary>Id and counts; no key and no value (HTTP-2).</summary>
    public override string ToString() => $"Batch {Id}: {SuccessfulUpdates} of {BatchSize} rows applied";
}
