using ProfileSchema.Emulator.Faults;

namespace ProfileSchema.Emulator;

/// <summary>
/// Selects faults at random, but the same ones every time: the seed, the operation and the number of the call determine its fault. A plan
/// is immutable, and several emulators can use the same plan.
/// </summary>
public sealed class FaultPlan
{
    private readonly Dictionary<TargetOperation, Mix> _mixes = [];

    /// <summary>Initializes a plan for all operations. Each operation gets the faults of the mix that can be applied to it.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="rate">The share of calls that get a fault, from 0 to 1.</param>
    /// <param name="mix">The faults, each with a weight above 0. A fault of weight 2 is twice as frequent as a fault of weight 1.</param>
    public FaultPlan(int seed, double rate, params (Fault Fault, double Weight)[] mix)
    {
        ArgumentNullException.ThrowIfNull(mix);
        Seed = seed;
        foreach (TargetOperation operation in Enum.GetValues<TargetOperation>())
        {
            _mixes[operation] = new Mix(rate, [.. mix.Where(entry => entry.Fault.Suits(operation))]);
        }
    }

    private FaultPlan(FaultPlan original)
    {
        Seed = original.Seed;
        _mixes = new Dictionary<TargetOperation, Mix>(original._mixes);
    }

    /// <summary>Gets the seed.</summary>
    public int Seed { get; }

    /// <summary>Returns a copy of the plan with another rate and mix for one operation.</summary>
    /// <exception cref="ArgumentException">A fault cannot be applied to a call of this operation.</exception>
    public FaultPlan On(TargetOperation operation, double rate, params (Fault Fault, double Weight)[] mix)
    {
        ArgumentNullException.ThrowIfNull(mix);
        foreach ((Fault fault, _) in mix)
        {
            FaultScript.RequireSuits(fault, operation);
        }

        var plan = new FaultPlan(this);
        plan._mixes[operation] = new Mix(rate, mix);
        return plan;
    }

    /// <summary>Returns the fault of a call, or <see cref="Fault.None"/>.</summary>
    /// <param name="operation">The API of the call.</param>
    /// <param name="number">The number of the call among those of its operation, counted from 1.</param>
    public Fault FaultOf(TargetOperation operation, long number)
    {
        int place = (int)operation;
        Mix mix = _mixes[operation];
        double draw = SeededDraw.Of(Seed, number, place);
        return draw < mix.Rate ? mix.Pick(draw / mix.Rate) : Fault.None;
    }

    private sealed class Mix
    {
        private readonly (Fault Fault, double Weight)[] _entries;
        private readonly double _weight;

        public Mix(double rate, (Fault Fault, double Weight)[] entries)
        {
            Rate = FaultArguments.Rate(rate);
            if (!Array.TrueForAll(entries, entry => entry.Weight > 0 && double.IsFinite(entry.Weight)))
            {
                throw new ArgumentException(
                    "The weight of a fault must be finite and greater than 0.",
                    nameof(entries)
                );
            }

            _entries = [.. entries];
            _weight = entries.Sum(entry => entry.Weight);
        }

        public double Rate { get; }

        /// <summary>The fault at a position between 0 and 1.</summary>
        public Fault Pick(double place)
        {
            double left = place * _weight;
            foreach ((Fault fault, double weight) in _entries)
            {
                left -= weight;
                if (left < 0)
                {
                    return fault;
                }
            }

            return _entries.Length == 0 ? Fault.None : _entries[^1].Fault;
        }
    }
}
