namespace ProfileSchema.Emulator;

/// <summary>The behavior of an accepted batch. Without a fault it is that of the options.</summary>
internal sealed class BatchFaultSettings(TargetEmulatorOptions options)
{
    public int? StuckAfterRows { get; set; }

    public TimeSpan StatusLifetime { get; set; } = options.StatusLifetime;

    public StatusReplyForm StatusReplyForm { get; set; } = options.StatusReplyForm;

    public StatusUrlForm StatusUrlForm { get; set; }

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
