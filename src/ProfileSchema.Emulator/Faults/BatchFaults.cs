namespace ProfileSchema.Emulator;

/// <summary>What the faults of batches have in common.</summary>
internal abstract record BatchFaultBase : Fault
{
    internal override bool Suits(TargetOperation operation) => operation == TargetOperation.BulkUpdate;

    internal override bool ApplyTo(BatchFaultSettings settings)
    {
        Set(settings);
        return true;
    }

    private protected abstract void Set(BatchFaultSettings settings);
}

/// <summary>See <see cref="BatchFault.Stuck"/>.</summary>
internal sealed record StuckFault(int AfterRows) : BatchFaultBase
{
    private protected override void Set(BatchFaultSettings settings) => settings.StuckAfterRows = AfterRows;
}

/// <summary>See <see cref="BatchFault.StatusLost"/>.</summary>
internal sealed record StatusLostFault(TimeSpan After) : BatchFaultBase
{
    private protected override void Set(BatchFaultSettings settings) => settings.StatusLifetime = After;
}

/// <summary>See <see cref="BatchFault.StatusUrl"/>.</summary>
internal sealed record StatusUrlFault(StatusUrlForm Form) : BatchFaultBase
{
    private protected override void Set(BatchFaultSettings settings) => settings.StatusUrlForm = Form;
}

/// <summary>See <see cref="BatchFault.StatusUrlAt"/>.</summary>
internal sealed record StatusOriginFault(string Origin) : BatchFaultBase
{
    private protected override void Set(BatchFaultSettings settings) => settings.StatusOrigin = Origin;
}

/// <summary>See <see cref="BatchFault.NoStatusUrl"/>.</summary>
internal sealed record NoStatusUrlFault(StatusUrlOmission Omission) : BatchFaultBase
{
    private protected override void Set(BatchFaultSettings settings) => settings.StatusUrlOmission = Omission;
}

/// <summary>See <see cref="BatchFault.OlderStatus"/>.</summary>
internal sealed record OlderStatusFault : BatchFaultBase
{
    private protected override void Set(BatchFaultSettings settings) =>
        settings.StatusReplyForm = StatusReplyForm.Profiles;
}

/// <summary>See <see cref="BatchFault.FailingRows"/>.</summary>
internal sealed record FailingRowsFault(double Rate, int Seed) : BatchFaultBase
{
    private protected override void Set(BatchFaultSettings settings) => settings.Failing = new RowDraw(Rate, Seed);
}

/// <summary>See <see cref="BatchFault.LostRows"/>.</summary>
internal sealed record LostRowsFault(double Rate, int Seed) : BatchFaultBase
{
    private protected override void Set(BatchFaultSettings settings) => settings.Lost = new RowDraw(Rate, Seed);
}
