namespace ProfileSchema.Emulator;

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

    public void Report(string clause, string message, int? row = null) =>
        Add(new ProtocolViolation(clause, message, row, Declined: false));

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
