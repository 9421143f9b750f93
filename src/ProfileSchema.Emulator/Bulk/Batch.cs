namespace ProfileSchema.Emulator;

/// <summary>An accepted batch, before and after its application. Guarded by the lock of its account.</summary>
internal sealed class Batch(
    string id,
    BatchFile file,
    BatchVersion version,
    ReceivedCall call,
    DateTimeOffset dueAt,
    ViolationLog violations
)
{
    private const string Node = "mboxedge19";

    private BatchCounts _counts = new();
    private bool _isComplete;

    public string Id { get; } = id;

    public BatchFile File { get; private set; } = file;

    public BatchVersion Version { get; } = version;

    public long CallNumber { get; } = call.Number;

    public DateTimeOffset ReceivedAt { get; } = call.ReceivedAt;

    public DateTimeOffset DueAt { get; } = dueAt;

    public ViolationLog Violations { get; } = violations;

    /// <summary>The query of the status URL, with a parameter that nobody but the service understands (BULK-4).</summary>
    public string StatusQuery => $"batchId={Id}&m2Node={Node}";

    public void Complete(BatchCounts counts)
    {
        _counts = counts;
        _isComplete = true;
        File = File with { Rows = default };
    }

    public ReceivedBatch Snapshot() =>
        new()
        {
            Id = Id,
            Version = Version,
            Key = File.Header.Key,
            ParameterNames = File.Header.Names,
            CallNumber = CallNumber,
            ReceivedAt = ReceivedAt,
            DueAt = DueAt,
            IsComplete = _isComplete,
            BatchSize = File.RowCount,
            ConsumedCount = _counts.Consumed,
            SuccessfulUpdates = _counts.Successful,
            ProfilesNotFound = _counts.NotFound,
            FailedUpdates = _counts.Failed,
            Violations = Violations.Snapshot(),
            StatusQuery = StatusQuery,
        };
}
