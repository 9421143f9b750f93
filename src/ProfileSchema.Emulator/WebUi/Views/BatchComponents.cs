using ProfileSchema.Emulator.WebUi.Markup;

namespace ProfileSchema.Emulator.WebUi.Views;

/// <summary>How batches are told of in every view.</summary>
internal static class BatchComponents
{
    private const int ShownNames = 8;

    public static Html Status(ReceivedBatch batch) =>
        batch switch
        {
            { IsStuck: true } => Components.Bad("stuck"),
            { IsComplete: true } => Components.Good("complete"),
            _ => Components.Warning("waiting"),
        };

    /// <summary>Rows that held no value: they are in no other count (BATCH-6).</summary>
    public static int EmptyRows(ReceivedBatch batch) =>
        batch.ConsumedCount - batch.SuccessfulUpdates - batch.ProfilesNotFound - batch.FailedUpdates;

    /// <summary>What did not arrive, or nothing if all did.</summary>
    public static Html Failures(ReceivedBatch batch)
    {
        var html = new Html();
        Add(batch.FailedUpdates, " failed");
        Add(batch.ProfilesNotFound, " not found");
        Add(batch.LostRows, " lost");
        return html;

        void Add(int count, string what)
        {
            if (count > 0)
            {
                html.Add($"<span class=\"badge bad\">{count}{what}</span> ");
            }
        }
    }

    /// <summary>A table of batches, each with the client code of its account.</summary>
    public static Html List(IEnumerable<(string ClientCode, ReceivedBatch Batch)> batches, Timestamps moments)
    {
        var table = new Table("Batches", "Batch", "Received", "Status", "#Rows", "#Updated", "Failures", "Attributes");
        foreach ((string clientCode, ReceivedBatch batch) in batches)
        {
            table.Add(
                batch.Id,
                Components.Link(Addresses.Batch(clientCode, batch.Id), Html.Of($"<bdi>{batch.Id}</bdi>")),
                moments.Of(batch.ReceivedAt),
                Status(batch),
                Components.Number(batch.BatchSize),
                Components.Number(batch.SuccessfulUpdates - batch.LostRows),
                Failures(batch),
                VisibleText.Preview(string.Join(", ", batch.ParameterNames.Take(ShownNames)))
            );
        }

        return table.End();
    }
}
