namespace ProfileSchema.Emulator;

/// <summary>What became of the rows so far.</summary>
internal sealed class BatchCounts
{
    private const int KeptRowFaults = 1_000;

    private readonly List<RowFault> _rowFaults = [];

    public int Consumed { get; set; }

    public int Successful { get; set; }

    public int NotFound { get; set; }

    public int Failed { get; set; }

    public int Lost { get; private set; }

    public IReadOnlyList<RowFault> RowFaults => _rowFaults;

    public void Fail(string reason)
    {
        Failed++;
        Keep(new RowFault(Consumed, IsLost: false, reason));
    }

    // BULK-8: nobody is told, so the row counts as updated.
    public void Lose()
    {
        Successful++;
        Lost++;
        Keep(new RowFault(Consumed, IsLost: true, "The row was dropped between the queue and the store."));
    }

    private void Keep(RowFault fault)
    {
        if (_rowFaults.Count < KeptRowFaults)
        {
            _rowFaults.Add(fault);
        }
    }
}
