namespace ProfileSchema.Emulator.Calls;

/// <summary>Keeps the received calls, within the limits of the options.</summary>
internal sealed class CallLog(TargetEmulatorOptions options)
{
    private readonly Lock _gate = new();
    private readonly Queue<ReceivedCall> _calls = new();

    /// <summary>The latest of the calls: those whose bodies are kept.</summary>
    private readonly Queue<ReceivedCall> _bodies = new();
    private long _bodyBytes;
    private long _lastNumber;
    private long _count;
    private long _revision;

    /// <summary>Rises whenever the log changes.</summary>
    public long Revision => Interlocked.Read(ref _revision);

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
            _revision++;
            _calls.Enqueue(call);
            _bodies.Enqueue(call);
            _bodyBytes += call.Body.Length;
            if (_calls.Count > options.MaxRecordedCalls)
            {
                _calls.Dequeue();
            }

            if (_bodies.Count > _calls.Count)
            {
                ForgetEarliestBody();
            }

            while (_bodyBytes > options.MaxRecordedBodyBytes)
            {
                ForgetEarliestBody().Body = default;
            }
        }
    }

    private ReceivedCall ForgetEarliestBody()
    {
        ReceivedCall earliest = _bodies.Dequeue();
        _bodyBytes -= earliest.Body.Length;
        return earliest;
    }

    /// <summary>The latest calls that the filter lets pass, the latest first.</summary>
    /// <param name="before">Calls from this number on are passed over.</param>
    /// <param name="count">How many are wanted.</param>
    /// <param name="filter">Called under the lock.</param>
    public IReadOnlyList<ReceivedCall> Latest(long before, int count, Func<ReceivedCall, bool> filter)
    {
        // Calls stand in the order of their end, so the highest numbers may be anywhere; the heap never outgrows the count.
        var latest = new PriorityQueue<ReceivedCall, long>(count + 1);
        lock (_gate)
        {
            foreach (ReceivedCall call in _calls)
            {
                if (call.Number >= before || !filter(call))
                {
                    continue;
                }

                latest.Enqueue(call, call.Number);
                if (latest.Count > count)
                {
                    latest.Dequeue();
                }
            }
        }

        var calls = new ReceivedCall[latest.Count];
        for (int at = calls.Length - 1; at >= 0; at--)
        {
            calls[at] = latest.Dequeue();
        }

        return calls;
    }

    public ReceivedCall? Find(long number)
    {
        lock (_gate)
        {
            return _calls.FirstOrDefault(call => call.Number == number);
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
            _bodies.Clear();
            _bodyBytes = 0;
            _count = 0;
            _revision++;
        }
    }
}

/// <summary>The batch that a call uploaded.</summary>
internal sealed record UploadedBatch(string Id, int RowCount, IReadOnlyList<string> ParameterNames);
