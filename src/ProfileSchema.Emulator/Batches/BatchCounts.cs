using ProfileSchema.Emulator.Calls;

namespace ProfileSchema.Emulator.Batches;

/// <summary>The outcomes of the rows so far.</summary>
internal sealed class BatchCounts
{
    private const int KeptRows = 1_000;

    private readonly List<FailedRow> _failedRows = [];

    public int Consumed { get; set; }

    public int Successful { get; set; }

    public int NotFound { get; private set; }

    public int Failed { get; private set; }

    public int Lost { get; private set; }

    public IReadOnlyList<FailedRow> FailedRows => _failedRows;

    public void Refuse(string? key, Refusal refusal)
    {
        Failed++;
        Keep(new FailedRow(Consumed, key, RowFailure.Declined, refusal.Rule, refusal.Message));
    }

    public void Miss(string key)
    {
        NotFound++;
        const string Reason = "No profile has this key, and a v1 batch doesn't create profiles.";
        Keep(new FailedRow(Consumed, key, RowFailure.ProfileNotFound, "BULK-1", Reason));
    }

    public void Fail(string key, string reason)
    {
        Failed++;
        Keep(new FailedRow(Consumed, key, RowFailure.Failed, Rule: null, reason));
    }

    // BULK-8: the status does not report it, so the row counts as updated.
    public void Lose(string key)
    {
        Successful++;
        Lost++;
        const string Reason = "The row was dropped between the queue and the store.";
        Keep(new FailedRow(Consumed, key, RowFailure.Lost, "BULK-8", Reason));
    }

    private void Keep(FailedRow row)
    {
        if (_failedRows.Count < KeptRows)
        {
            _failedRows.Add(row);
        }
    }
}
