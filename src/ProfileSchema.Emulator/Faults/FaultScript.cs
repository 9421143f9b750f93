namespace ProfileSchema.Emulator;

/// <summary>
/// What goes wrong with the calls to come: first what was written down for them, call by call, then what the plan says. A call
/// that is refused by itself (no such account, no token, no budget) takes no fault.
/// </summary>
public sealed class FaultScript
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TargetOperation, Queue<Fault>> _next = [];
    private readonly Dictionary<TargetOperation, long> _taken = [];
    private readonly Dictionary<Fault, long> _hits = [];
    private readonly CallHolder _holder;
    private FaultPlan? _plan;

    internal FaultScript(FaultPlan? plan, CallHolder holder)
    {
        _plan = plan;
        _holder = holder;
    }

    /// <summary>The plan for calls that the script says nothing of; null: nothing goes wrong with them.</summary>
    public FaultPlan? Plan
    {
        get => Guarded(() => _plan);
        set => Guarded(() => _plan = value);
    }

    /// <summary>How many faults of the script wait for their call.</summary>
    public int PendingCount => Guarded(() => _next.Values.Sum(faults => faults.Count));

    /// <summary>How many calls are held at this moment by a delay or a pause: moving the clock sets them free.</summary>
    public int HeldCallCount => _holder.Count;

    /// <summary>How many calls each fault has hit.</summary>
    public IReadOnlyDictionary<Fault, long> Hits => Guarded(() => new Dictionary<Fault, long>(_hits));

    /// <summary>How many calls were hit.</summary>
    public long HitCount => Guarded(() => _hits.Values.Sum());

    /// <summary>Appends faults for the next calls of an operation, one a call.</summary>
    /// <exception cref="ArgumentException">A fault cannot hit a call of this operation.</exception>
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

    /// <summary>Forgets what was written down, the plan, and the hits so far.</summary>
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
            throw new ArgumentException($"{fault} cannot hit a call of {operation}.", nameof(fault));
        }
    }

    /// <summary>The fault of the call that was just let in.</summary>
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
