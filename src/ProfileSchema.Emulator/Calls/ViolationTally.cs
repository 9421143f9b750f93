namespace ProfileSchema.Emulator;

/// <summary>How often each violation happened, those included that a log no longer keeps one by one.</summary>
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

    /// <summary>The violations by clause.</summary>
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
