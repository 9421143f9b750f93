namespace ProfileSchema.Emulator;

/// <summary>Remembers the calls that were received, within the limits of the options.</summary>
internal sealed class CallLog(TargetEmulatorOptions options)
{
    private readonly Lock _gate = new();
    private readonly Queue<ReceivedCall> _calls = new();
    private long _lastNumber;
    private long _count;

    public long Count => Interlocked.Read(ref _count);

    public long NextNumber() => Interlocked.Increment(ref _lastNumber);

    public void Record(ReceivedCall call)
    {
        if (!options.RecordBodies)
        {
            call.Body = default;
        }

        lock (_gate)
        {
            _count++;
            _calls.Enqueue(call);
            if (_calls.Count > options.MaxRecordedCalls)
            {
                _calls.Dequeue();
            }
        }
    }

    public IReadOnlyList<ReceivedCall> Snapshot()
    {
        lock (_gate)
        {
            return [.. _calls.OrderBy(call => call.Number)];
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _calls.Clear();
            _count = 0;
        }
    }
}
