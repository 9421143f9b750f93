namespace ProfileSchema.Emulator;

/// <summary>Applies the rows of a batch to the profiles of its account.</summary>
internal sealed class BatchProcessor(ProfileStore profiles, TargetEmulatorOptions options)
{
    private static readonly string[] Reasons =
    [
        "The profile store did not answer in time.",
        "The profile is locked by another update.",
        "The shard of the profile is being moved.",
    ];

    public void Apply(Batch batch)
    {
        ReadOnlySpan<byte> rest = batch.File.Rows.Span;
        var row = new BatchRow(batch.File.Header, batch.Violations);
        var counts = new BatchCounts();
        int end = batch.FaultSettings.StuckAfterRows ?? int.MaxValue;
        while (!rest.IsEmpty && counts.Consumed < end)
        {
            Separated.Take(ref rest, (byte)'\n', out ReadOnlySpan<byte> line);
            counts.Consumed++;
            line = LineEnd.Trim(line, batch.Violations, counts.Consumed);
            string status = Apply(batch, row, line, counts);
            batch.RowStatuses?.Set(counts.Consumed, status);
        }

        batch.Finish(counts, rest.IsEmpty ? BatchState.Complete : BatchState.Stuck);
    }

    private string Apply(Batch batch, BatchRow row, ReadOnlySpan<byte> line, BatchCounts counts)
    {
        if (row.Read(line, counts.Consumed) is { } refusal)
        {
            batch.Violations.Refuse(refusal, counts.Consumed);
            counts.Refuse(row.Id.Value, refusal);
            return RowStatuses.Error;
        }

        // BATCH-6: such a row is consumed and makes nothing, not even a profile.
        if (row.Values.Count == 0)
        {
            batch.Violations.Report("BATCH-6", "The row has no value and changes nothing.", counts.Consumed);
            return RowStatuses.Success;
        }

        if (batch.FaultSettings.Failing?.Hits(batch.CallNumber, counts.Consumed) == true)
        {
            counts.Fail(row.Id.Value, Reasons[counts.Consumed % Reasons.Length]);
            return RowStatuses.Failed;
        }

        if (batch.FaultSettings.Lost?.Hits(batch.CallNumber, counts.Consumed) == true)
        {
            counts.Lose(row.Id.Value);
            return RowStatuses.Success;
        }

        return Store(batch, row, counts);
    }

    private string Store(Batch batch, BatchRow row, BatchCounts counts)
    {
        // BULK-1: v1 knows existing profiles only, v2 creates what is missing.
        if (batch.ApiVersion == 2)
        {
            ProfileRecord? profile = options.KeepProfiles
                ? profiles.FindOrCreate(row.Id, batch.DueAt)
                : profiles.Find(row.Id);
            profile?.Override(row.Values, batch.DueAt, batch.CallNumber);
        }
        else if (profiles.Find(row.Id) is { } profile)
        {
            profile.Merge(row.Values, batch.DueAt, batch.CallNumber);
        }
        else
        {
            counts.Miss(row.Id.Value);
            return RowStatuses.Error;
        }

        counts.Successful++;
        options.RowApplied?.Invoke(new AppliedRow(batch.CallNumber, counts.Consumed, row.Id, row.Values));
        return RowStatuses.Success;
    }
}
