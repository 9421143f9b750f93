using ProfileSchema.Emulator.Decoding;
using ProfileSchema.Emulator.Profiles;

namespace ProfileSchema.Emulator.Batches;

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
        var row = new RowReader(batch.File.Header, batch.Violations);
        var counts = new BatchCounts();
        int end = batch.FaultSettings.StuckAfterRows ?? int.MaxValue;
        while (!rest.IsEmpty && counts.Consumed < end)
        {
            counts.Consumed++;
            Separated.TakeLine(ref rest, batch.Violations, counts.Consumed, out ReadOnlySpan<byte> line);
            string status = Apply(batch, row, line, counts);
            batch.OlderStatus?.Set(counts.Consumed, status);
        }

        batch.Finish(counts, rest.IsEmpty ? BatchProgress.Complete : BatchProgress.Stuck);
    }

    private string Apply(Batch batch, RowReader row, ReadOnlySpan<byte> line, BatchCounts counts)
    {
        if (row.Read(line, counts.Consumed) is { } refusal)
        {
            batch.Violations.Refuse(refusal, counts.Consumed);
            counts.Refuse(row.Id.Value, refusal);
            return OlderStatus.Error;
        }

        // BATCH-6: such a row is consumed and makes nothing, not even a profile.
        if (row.Values.Count == 0)
        {
            batch.Violations.Report("BATCH-6", "The row has no value and changes nothing.", counts.Consumed);
            return OlderStatus.Success;
        }

        if (batch.FaultSettings.Failing?.Hits(batch.CallNumber, counts.Consumed) == true)
        {
            counts.Fail(row.Id.Value, Reasons[counts.Consumed % Reasons.Length]);
            return OlderStatus.Failed;
        }

        if (batch.FaultSettings.Lost?.Hits(batch.CallNumber, counts.Consumed) == true)
        {
            counts.Lose(row.Id.Value);
            return OlderStatus.Success;
        }

        return Store(batch, row, counts);
    }

    private string Store(Batch batch, RowReader row, BatchCounts counts)
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
            return OlderStatus.Error;
        }

        counts.Successful++;
        options.RowApplied?.Invoke(new AppliedRow(batch.CallNumber, counts.Consumed, row.Id, row.Values));
        return OlderStatus.Success;
    }
}
