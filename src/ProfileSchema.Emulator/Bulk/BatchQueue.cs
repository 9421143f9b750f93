using System.Globalization;

namespace ProfileSchema.Emulator;

/// <summary>
/// The batches of one account: those that wait, all there were, and whose statuses are kept. Guarded by the account's lock.
/// </summary>
internal sealed class BatchQueue(
    string clientCode,
    TargetEmulatorOptions options,
    BatchProcessor processor,
    ViolationLog violations
)
{
    private readonly List<Batch> _all = [];
    private readonly Queue<Batch> _waiting = new();
    private readonly Queue<Batch> _withStatus = new();

    public IReadOnlyList<Batch> All => _all;

    private DateTimeOffset Now => options.TimeProvider.GetUtcNow();

    public Batch Add(BatchFile file, BatchVersion version, ReceivedCall call)
    {
        string id = string.Create(
            CultureInfo.InvariantCulture,
            $"{clientCode}-{call.ReceivedAt.ToUnixTimeMilliseconds()}-{_all.Count + 1:D8}"
        );
        var batch = new Batch(id, file, version, call, Now + options.ProcessingDelay, new ViolationLog(violations));
        _all.Add(batch);
        _waiting.Enqueue(batch);
        _withStatus.Enqueue(batch);
        return batch;
    }

    /// <summary>Applies the batches whose time has come, in the order of their receipt.</summary>
    public void ApplyDue()
    {
        while (_waiting.TryPeek(out Batch? batch) && batch.DueAt <= Now)
        {
            processor.Apply(_waiting.Dequeue());
        }
    }

    // STATUS-4
    public Batch? FindStatus(string batchId)
    {
        while (
            _withStatus.TryPeek(out Batch? oldest)
            && (_withStatus.Count > options.KeptStatuses || Now - oldest.ReceivedAt > options.StatusLifetime)
        )
        {
            _withStatus.Dequeue();
        }

        return _withStatus.FirstOrDefault(batch => batch.Id == batchId);
    }
}
