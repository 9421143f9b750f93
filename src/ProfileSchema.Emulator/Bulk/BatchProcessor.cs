namespace ProfileSchema.Emulator;

/// <summary>Applies the rows of a batch to the profiles of its account.</summary>
internal sealed class BatchProcessor(ProfileStore profiles)
{
    public void Apply(Batch batch)
    {
        ReadOnlySpan<byte> rest = batch.File.Rows.Span;
        var row = new BatchRow(batch.File.Header, batch.Violations);
        var counts = new BatchCounts();
        while (!rest.IsEmpty)
        {
            Separated.Take(ref rest, (byte)'\n', out ReadOnlySpan<byte> line);
            counts.Consumed++;
            line = LineEnd.Trim(line, batch.Violations, counts.Consumed);
            if (row.Read(line, counts.Consumed) is { } refusal)
            {
                batch.Violations.Refuse(refusal, counts.Consumed);
                counts.Failed++;
            }
            else
            {
                Apply(batch, row, counts);
            }
        }

        batch.Complete(counts);
    }

    private void Apply(Batch batch, BatchRow row, BatchCounts counts)
    {
        // BATCH-6: such a row is consumed and makes nothing, not even a profile.
        if (row.Values.Count == 0)
        {
            batch.Violations.Report("BATCH-6", "The row holds no value and changes nothing.", counts.Consumed);
            return;
        }

        // BULK-1: v1 knows existing profiles only, v2 creates what is missing.
        if (batch.Version == BatchVersion.V2)
        {
            profiles.FindOrCreate(row.Id, batch.DueAt).Override(row.Values, batch.DueAt, batch.CallNumber);
            counts.Successful++;
        }
        else if (profiles.Find(row.Id) is { } profile)
        {
            profile.Merge(row.Values, batch.DueAt, batch.CallNumber);
            counts.Successful++;
        }
        else
        {
            counts.NotFound++;
        }
    }
}

/// <summary>What became of the rows so far.</summary>
internal sealed class BatchCounts
{
    public int Consumed { get; set; }

    public int Successful { get; set; }

    public int NotFound { get; set; }

    public int Failed { get; set; }
}
