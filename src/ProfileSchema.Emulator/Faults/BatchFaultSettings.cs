namespace ProfileSchema.Emulator.Faults;

/// <summary>The behavior of an accepted batch. Without a fault it is that of the options.</summary>
internal sealed class BatchFaultSettings(TargetEmulatorOptions options)
{
    public int? StuckAfterRows { get; set; }

    public TimeSpan StatusLifetime { get; set; } = options.StatusLifetime;

    public StatusReplyForm StatusReplyForm { get; set; } = options.StatusReplyForm;

    public StatusUrlForm StatusUrlForm { get; set; }

    /// <summary>What <see cref="StatusUrlForm.MoreParameters"/> adds to the query of the status URL.</summary>
    public string StatusUrlSuffix =>
        StatusUrlForm == StatusUrlForm.MoreParameters ? "&mboxPC=111492025094307-353046.28_0" : "";

    public StatusUrlOmission StatusUrlOmission { get; set; }

    /// <summary>What goes before the path of the status URL; null: the address by which the call came.</summary>
    public string? StatusOrigin { get; set; }

    public RowDraw? Failing { get; set; }

    public RowDraw? Lost { get; set; }
}

/// <summary>Draws rows at a rate, the same ones for the same seed and call.</summary>
internal sealed record RowDraw(double Rate, int Seed)
{
    public bool Hits(long call, int row) => SeededDraw.Of(Seed, call, row) < Rate;
}

/// <summary>What the reply to an upload lacks of its status URL.</summary>
internal enum StatusUrlOmission
{
    None,

    /// <summary>The element is empty.</summary>
    Url,

    /// <summary>The element is missing.</summary>
    Element,
}

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
