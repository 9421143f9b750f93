namespace ProfileSchema.Emulator.Calls;

/// <summary>Counts violations and keeps the first ones: a batch may hold a million of them.</summary>
internal sealed class ViolationLog(ViolationLog? parent = null, ViolationTally? tally = null)
{
    private const int Kept = 1_000;

    private readonly Lock _gate = new();
    private readonly List<ProtocolViolation> _first = [];
    private long _count;

    public long Count
    {
        get
        {
            lock (_gate)
            {
                return _count;
            }
        }
    }

    public void Report(string rule, string message, int? row = null) =>
        Add(new ProtocolViolation(rule, message, row, Declined: false));

    public void Refuse(Refusal refusal, int? row = null) =>
        Add(new ProtocolViolation(refusal.Rule, refusal.Message, row, Declined: true));

    public IReadOnlyList<ProtocolViolation> Snapshot()
    {
        lock (_gate)
        {
            return _first.ToArray();
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _first.Clear();
            _count = 0;
        }

        tally?.Clear();
    }

    private void Add(ProtocolViolation violation)
    {
        lock (_gate)
        {
            _count++;
            if (_first.Count < Kept)
            {
                _first.Add(violation);
            }
        }

        tally?.Add(violation);
        parent?.Add(violation);
    }
}

/// <summary>Counts each kind of violation, including those that a log no longer keeps one by one.</summary>
internal sealed class ViolationTally(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Rule, string Message, bool Declined), ViolationCount> _counts = [];

    public void Add(ProtocolViolation violation)
    {
        DateTimeOffset now = time.GetUtcNow();
        (string, string, bool) key = (violation.Rule, violation.Message, violation.Declined);
        lock (_gate)
        {
            long count = _counts.TryGetValue(key, out ViolationCount? found) ? found.Count : 0;
            _counts[key] = new ViolationCount(violation.Rule, violation.Message, violation.Declined, count + 1, now);
        }
    }

    /// <summary>The violations by rule.</summary>
    public IReadOnlyList<ViolationCount> Snapshot()
    {
        lock (_gate)
        {
            return [.. _counts.Values.OrderBy(count => count.Rule, StringComparer.Ordinal)];
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _counts.Clear();
        }
    }
}

/// <summary>A kind of violation: how often it happened, and when it did last.</summary>
internal sealed record ViolationCount(string Rule, string Message, bool Declined, long Count, DateTimeOffset LastAt);

/// <summary>Why a call or a row is refused.</summary>
internal sealed record Refusal(string Rule, string Message);
