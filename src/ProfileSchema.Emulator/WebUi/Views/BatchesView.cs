using ProfileSchema.Emulator.Accounts;
using ProfileSchema.Emulator.WebUi.Markup;

namespace ProfileSchema.Emulator.WebUi.Views;

/// <summary>The batches of an account, the latest first.</summary>
internal sealed class BatchesView(ViewState state)
{
    private const string Title = "Batches";

    public View Show(ViewRequest request)
    {
        if (state.Choose(request.Account) is not { } account)
        {
            return request.Account is null
                ? new View(Title, Addresses.BatchesPath, NothingYet())
                : View.Missing(Addresses.BatchesPath, "No such account", "No call has named this account yet.");
        }

        AccountCounts counts = account.Count();
        int page = Paging.Clamp(request.Page, counts.KeptBatches);
        Html body = new Filter(Addresses.BatchesPath).AddAccount(state.Accounts.All, account.ClientCode).End();
        body.Add($"<p class=\"count\">{counts.Batches} {(counts.Batches == 1 ? "batch" : "batches")}, ");
        body.Add($"the latest first; the service still tells the status of {counts.Statuses}</p>");
        IReadOnlyList<ReceivedBatch> batches = account.LatestBatches((page - 1) * Paging.PageSize, Paging.PageSize);
        Html list = BatchComponents.List(batches.Select(batch => (account.ClientCode, batch)), state.Timestamps);
        body.Add($"{(batches.Count == 0 ? NothingYet() : list)}");
        string Address(int to) => Addresses.Batches(account.ClientCode, to);
        body.Add($"{Paging.Links(page, counts.KeptBatches, "batches", Address)}");
        return new View(Title, Addresses.BatchesPath, body);
    }

    private static Html NothingYet() =>
        Components.Nothing(
            "No batch yet",
            Html.Of($"<p>Post one, and it appears here. Refused files are no batches: they are among the calls.</p>")
        );
}
