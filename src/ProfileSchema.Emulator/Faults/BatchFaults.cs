namespace ProfileSchema.Emulator;

/// <summary>What the faults of batches have in common.</summary>
internal abstract record BatchFaultBase : Fault
{
    internal override bool Suits(TargetOperation operation) => operation == TargetOperation.BulkUpdate;

    internal override bool Befall(BatchFate fate)
    {
        Write(fate);
        return true;
    }

    private protected abstract void Write(BatchFate fate);
}

/// <summary>See <see cref="BatchFault.Stuck"/>.</summary>
internal sealed record StuckFault(int AfterRows) : BatchFaultBase
{
    private protected override void Write(BatchFate fate) => fate.StuckAfterRows = AfterRows;
}

/// <summary>See <see cref="BatchFault.StatusLost"/>.</summary>
internal sealed record StatusLostFault(TimeSpan After) : BatchFaultBase
{
    private protected override void Write(BatchFate fate) => fate.StatusLifetime = After;
}

/// <summary>See <see cref="BatchFault.StatusUrl"/>.</summary>
internal sealed record StatusUrlFault(StatusUrlForm Form) : BatchFaultBase
{
    private protected override void Write(BatchFate fate) => fate.StatusUrlForm = Form;
}

/// <summary>See <see cref="BatchFault.StatusUrlAt"/>.</summary>
internal sealed record StatusOriginFault(string Origin) : BatchFaultBase
{
    private protected override void Write(BatchFate fate) => fate.StatusOrigin = Origin;
}

/// <summary>See <see cref="BatchFault.OlderStatus"/>.</summary>
internal sealed record OlderStatusFault : BatchFaultBase
{
    private protected override void Write(BatchFate fate) => fate.StatusReplyForm = StatusReplyForm.Profiles;
}

/// <summary>See <see cref="BatchFault.FailingRows"/>.</summary>
internal sealed record FailingRowsFault(double Rate, int Seed) : BatchFaultBase
{
    private protected override void Write(BatchFate fate) => fate.Failing = new RowDraw(Rate, Seed);
}

/// <summary>See <see cref="BatchFault.LostRows"/>.</summary>
internal sealed record LostRowsFault(double Rate, int Seed) : BatchFaultBase
{
    private protected override void Write(BatchFate fate) => fate.Lost = new RowDraw(Rate, Seed);
}
