using System.Globalization;
using ProfileSchema.Emulator.Calls;
using ProfileSchema.Emulator.Faults;

namespace ProfileSchema.Emulator.Batches;

/// <summary>
/// The batches of one account: those that wait, those that are remembered, and whose statuses are kept. Guarded by the account's lock.
/// </summary>
internal sealed class BatchQueue(
    string clientCode,
    TargetEmulatorOptions options,
    BatchProcessor processor,
    ViolationLog violations
)
{
    private readonly Queue<Batch> _kept = new();
    private readonly Queue<Batch> _waiting = new();
    private readonly Queue<Batch> _withStatus = new();

    public IReadOnlyCollection<Batch> Kept => _kept;

    public int Count { get; private set; }

    /// <summary>How many batches were applied, or got stuck.</summary>
    public int AppliedCount { get; private set; }

    public int WaitingCount => _waiting.Count;

    public int StatusCount
    {
        get
        {
            DropStatuses();
            return _withStatus.Count;
        }
    }

    private DateTimeOffset Now => options.TimeProvider.GetUtcNow();

    public Batch Add(BatchContent file, int version, ReceivedCall call, BatchFaultSettings settings)
    {
        Count++;
        var batch = new Batch(file, call, settings)
        {
            Id = string.Create(
                CultureInfo.InvariantCulture,
                $"{clientCode}-{call.ReceivedAt.ToUnixTimeMilliseconds()}-{Count:D8}"
            ),
            ApiVersion = version,
            DueAt = Now + options.ProcessingDelay,
            Violations = new ViolationLog(violations),
        };
        _kept.Enqueue(batch);
        if (_kept.Count > options.MaxRecordedBatches)
        {
            _kept.Dequeue();
        }

        _waiting.Enqueue(batch);
        _withStatus.Enqueue(batch);
        DropStatuses();
        return batch;
    }

    /// <summary>Applies the batches whose time has come, in the order of their receipt.</summary>
    public void ApplyDue()
    {
        while (_waiting.TryPeek(out Batch? batch) && batch.DueAt <= Now)
        {
            processor.Apply(_waiting.Dequeue());
            AppliedCount++;
        }
    }

    public Batch? FindStatus(string batchId)
    {
        DropStatuses();
        return _withStatus.FirstOrDefault(batch =>
            batch.Id == batchId && Now - batch.ReceivedAt <= batch.FaultSettings.StatusLifetime
        );
    }

    // STATUS-4
    private void DropStatuses()
    {
        while (
            _withStatus.TryPeek(out Batch? oldest)
            && (_withStatus.Count > options.KeptStatuses || Now - oldest.ReceivedAt > options.StatusLifetime)
        )
        {
            _withStatus.Dequeue();
        }
    }
}
