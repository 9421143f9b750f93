using ProfileSchema.Emulator.Calls;

namespace ProfileSchema.Emulator;

/// <summary>
/// Controls the faults of future calls: first those that were queued for the next calls, then those of the plan. A call that is declined
/// anyway (unknown account, invalid token, exceeded quota) uses no fault.
/// </summary>
public sealed class FaultScript
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TargetOperation, Queue<Fault>> _next = [];
    private readonly Dictionary<TargetOperation, long> _taken = [];
    private readonly Dictionary<Fault, long> _hits = [];
    private readonly DelayedCalls _delays;
    private FaultPlan? _plan;

    internal FaultScript(FaultPlan? plan, DelayedCalls delays)
    {
        _plan = plan;
        _delays = delays;
    }

    /// <summary>Gets or sets the plan for calls without a queued fault, or null for no faults.</summary>
    public FaultPlan? Plan
    {
        get => Guarded(() => _plan);
        set => Guarded(() => _plan = value);
    }

    /// <summary>Gets the number of queued faults.</summary>
    public int PendingCount => Guarded(() => _next.Values.Sum(faults => faults.Count));

    /// <summary>Gets the number of calls that are delayed at the moment. They continue when the clock is advanced.</summary>
    public int HeldCallCount => _delays.Count;

    /// <summary>Gets the number of calls for each fault that was applied.</summary>
    public IReadOnlyDictionary<Fault, long> Hits => Guarded(() => new Dictionary<Fault, long>(_hits));

    /// <summary>Gets the number of calls to which a fault was applied.</summary>
    public long HitCount => Guarded(() => _hits.Values.Sum());

    /// <summary>Queues faults for the next calls of an operation, one for each call.</summary>
    /// <exception cref="ArgumentException">A fault cannot be applied to a call of this operation.</exception>
    public void Next(TargetOperation operation, params Fault[] faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        foreach (Fault fault in faults)
        {
            RequireSuits(fault, operation);
        }

        lock (_gate)
        {
            Queue<Fault> queue = _next.TryGetValue(operation, out Queue<Fault>? found) ? found : _next[operation] = [];
            Array.ForEach(faults, queue.Enqueue);
        }
    }

    /// <summary>Removes the queued faults and the plan, and resets the counts.</summary>
    public void Clear() =>
        Guarded(() =>
        {
            _next.Clear();
            _hits.Clear();
            return _plan = null;
        });

    internal static void RequireSuits(Fault fault, TargetOperation operation)
    {
        ArgumentNullException.ThrowIfNull(fault);
        if (!fault.Suits(operation))
        {
            throw new ArgumentException($"{fault} can't be applied to a call of {operation}.", nameof(fault));
        }
    }

    /// <summary>Returns the fault of the call that was just admitted.</summary>
    internal Fault Take(TargetOperation operation)
    {
        lock (_gate)
        {
            long number = _taken[operation] = _taken.GetValueOrDefault(operation) + 1;
            return _next.TryGetValue(operation, out Queue<Fault>? queue) && queue.TryDequeue(out Fault? fault)
                ? fault
                : _plan?.FaultOf(operation, number) ?? Fault.None;
        }
    }

    internal void CountHit(Fault fault) => Guarded(() => _hits[fault] = _hits.GetValueOrDefault(fault) + 1);

    private T Guarded<T>(Func<T> access)
    {
        lock (_gate)
        {
            return access();
        }
    }
}
