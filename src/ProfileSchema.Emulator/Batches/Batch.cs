using ProfileSchema.Emulator.Calls;
using ProfileSchema.Emulator.Faults;

namespace ProfileSchema.Emulator.Batches;

/// <summary>An accepted batch, before and after its application. Guarded by the lock of its account.</summary>
internal sealed class Batch(BatchContent file, ReceivedCall call, BatchFaultSettings settings)
{
    private const string Node = "mboxedge19";

    private BatchCounts _counts = new();
    private BatchProgress _state;

    public required string Id { get; init; }

    public BatchContent File { get; private set; } = file;

    public required int ApiVersion { get; init; }

    public long CallNumber { get; } = call.Number;

    public DateTimeOffset ReceivedAt { get; } = call.ReceivedAt;

    public BatchFaultSettings FaultSettings { get; } = settings;

    /// <summary>Row by row, for the older form of the status; null: the form of this batch is the other one.</summary>
    public OlderStatus? OlderStatus { get; } =
        settings.StatusReplyForm == StatusReplyForm.Profiles ? new OlderStatus(file) : null;

    public required DateTimeOffset DueAt { get; init; }

    public required ViolationLog Violations { get; init; }

    /// <summary>The query of the status URL, with a parameter that only the service understands (BULK-4).</summary>
    public string StatusQuery => $"batchId={Id}&m2Node={Node}{FaultSettings.StatusUrlSuffix}";

    public void Finish(BatchCounts counts, BatchProgress state)
    {
        _counts = counts;
        _state = state;
        File = File with { Rows = default };
    }

    /// <summary>How it is now, without its rows; or with them, for the older form of the status.</summary>
    public ReceivedBatch Snapshot(bool withRowStatuses = false) =>
        new()
        {
            Id = Id,
            ApiVersion = ApiVersion,
            Key = File.Header.Key,
            ParameterNames = File.Header.Names,
            CallNumber = CallNumber,
            ReceivedAt = ReceivedAt,
            DueAt = DueAt,
            IsComplete = _state == BatchProgress.Complete,
            IsStuck = _state == BatchProgress.Stuck,
            BatchSize = File.RowCount,
            ConsumedCount = _counts.Consumed,
            SuccessfulUpdates = _counts.Successful,
            ProfilesNotFound = _counts.NotFound,
            FailedUpdates = _counts.Failed,
            LostRows = _counts.Lost,
            FailedRows = _counts.FailedRows.ToArray(),
            Violations = Violations.Snapshot(),
            StatusQuery = StatusQuery,
            RowStatuses = withRowStatuses ? OlderStatus?.ToList() : null,
        };
}

/// <summary>The state of a batch (STATUS-3).</summary>
internal enum BatchProgress
{
    Incomplete,
    Complete,
    Stuck,
}
