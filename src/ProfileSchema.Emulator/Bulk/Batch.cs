namespace ProfileSchema.Emulator;

/// <summary>An accepted batch, before and after its application. Guarded by the lock of its account.</summary>
internal sealed class Batch(
    string id,
    BatchFile file,
    int version,
    ReceivedCall call,
    BatchFaultSettings settings,
    DateTimeOffset dueAt,
    ViolationLog violations
)
{
    private const string Node = "mboxedge19";

    private BatchCounts _counts = new();
    private BatchState _state;

    public string Id { get; } = id;

    public BatchFile File { get; private set; } = file;

    public int ApiVersion { get; } = version;

    public long CallNumber { get; } = call.Number;

    public DateTimeOffset ReceivedAt { get; } = call.ReceivedAt;

    public BatchFaultSettings FaultSettings { get; } = settings;

    /// <summary>Row by row, for the older form of the status; null: the form of this batch is the other one.</summary>
    public RowStatuses? RowStatuses { get; } =
        settings.StatusReplyForm == StatusReplyForm.Profiles ? new RowStatuses(file) : null;

    public DateTimeOffset DueAt { get; } = dueAt;

    public ViolationLog Violations { get; } = violations;

    /// <summary>The query of the status URL, with a parameter that nobody but the service understands (BULK-4).</summary>
    public string StatusQuery => $"batchId={Id}&m2Node={Node}{StatusUrl.SuffixOf(FaultSettings.StatusUrlForm)}";

    public void Finish(BatchCounts counts, BatchState state)
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
            IsComplete = _state == BatchState.Complete,
            IsStuck = _state == BatchState.Stuck,
            BatchSize = File.RowCount,
            ConsumedCount = _counts.Consumed,
            SuccessfulUpdates = _counts.Successful,
            ProfilesNotFound = _counts.NotFound,
            FailedUpdates = _counts.Failed,
            LostRows = _counts.Lost,
            FailedRows = _counts.FailedRows.ToArray(),
            Violations = Violations.Snapshot(),
            StatusQuery = StatusQuery,
            RowStatuses = withRowStatuses ? RowStatuses?.ToList() : null,
        };
}

/// <summary>How far a batch is (STATUS-3).</summary>
internal enum BatchState
{
    Incomplete,
    Complete,
    Stuck,
}
