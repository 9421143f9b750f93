using ProfileSchema.Emulator.WebUi.Markup;

namespace ProfileSchema.Emulator.WebUi.Views;

/// <summary>One batch: its counts, the rows that set nothing, and what else is wrong with its rows.</summary>
internal sealed class BatchView(ViewState state)
{
    private const int ShownRows = 100;

    public View Show(ViewRequest request)
    {
        TargetAccount? account = state.Choose(request.Account);
        if (account?.FindBatch(request.Id ?? "") is not { } batch)
        {
            const string Advice = "No batch of this account has that id, or it is no longer remembered.";
            return View.Missing(Addresses.BatchesPath, "No such batch", Advice);
        }

        Html body = Facts(batch);
        body.Add($"<h2>Rows that set nothing</h2>{FailedRows(batch)}");
        body.Add($"{Advice(batch)}");
        return new View($"Batch {batch.Id}", Addresses.BatchesPath, body)
        {
            Back = Components.Link(Addresses.Batches(account.ClientCode), Html.Of($"Batches of {account.ClientCode}")),
        };
    }

    private Html Facts(ReceivedBatch batch)
    {
        string applied = batch.IsComplete || batch.IsStuck ? "Applied" : "To be applied";
        var html = Html.Of($"<dl class=\"facts\"><div><dt>Status</dt><dd>{BatchComponents.Status(batch)}</dd></div>");
        html.Add(
            $"<div><dt>Received</dt><dd>{state.Timestamps.Of(batch.ReceivedAt)} by {Components.Call(batch.CallNumber)}</dd></div>"
        );
        html.Add($"<div><dt>{applied}</dt><dd>{state.Timestamps.Of(batch.DueAt)}</dd></div>");
        html.Add($"<div><dt>API</dt><dd>v{batch.ApiVersion}, key {KeyOf(batch)}</dd></div></dl>");
        html.Add($"<dl class=\"counts\"><div><dt>Rows</dt><dd>{batch.BatchSize}</dd></div>");
        html.Add($"<div><dt>Looked at</dt><dd>{batch.ConsumedCount}</dd></div>");
        html.Add($"<div><dt>Updated</dt><dd>{batch.SuccessfulUpdates - batch.LostRows}</dd></div>");
        html.Add($"<div><dt>Failed</dt><dd>{batch.FailedUpdates}</dd></div>");
        html.Add($"<div><dt>Not found</dt><dd>{batch.ProfilesNotFound}</dd></div>");
        html.Add($"<div><dt>Without a value</dt><dd>{BatchComponents.EmptyRows(batch)}</dd></div>");
        html.Add($"<div><dt>Lost unsaid</dt><dd>{batch.LostRows}</dd></div></dl>");
        return html.Add($"<h2>Attributes</h2><p>{Names(batch)}</p>");
    }

    private static string KeyOf(ReceivedBatch batch) => batch.Key == TargetIdKind.PcId ? "pcId" : "thirdPartyId";

    private static Html Names(ReceivedBatch batch)
    {
        var html = new Html();
        foreach (string name in batch.ParameterNames.Take(Paging.PageSize))
        {
            html.Add($"<span class=\"pair\">{VisibleText.Preview(name)}</span> ");
        }

        return html.Add($"{Components.More(batch.ParameterNames.Count - Paging.PageSize)}");
    }

    private static Html FailedRows(ReceivedBatch batch)
    {
        int count = batch.FailedUpdates + batch.ProfilesNotFound + batch.LostRows;
        if (count == 0)
        {
            string title = batch.IsComplete ? "Every row arrived" : "No row failed so far";
            string advice = batch.IsComplete ? "" : "The rows are looked at when the batch is applied.";
            return Components.Nothing(title, Html.Of($"<p>{advice}</p>"));
        }

        var table = new Table("Rows that set nothing", "#Row", "Key", "Outcome", "Reason", "Clause");
        foreach (FailedRow row in batch.FailedRows.Take(ShownRows))
        {
            table.Add(
                $"{row.Row}",
                Components.Number(row.Row),
                row.Key is null ? Components.Muted("unreadable") : VisibleText.Preview(row.Key),
                Outcome(row.Failure),
                Html.Of($"{row.Reason}"),
                Html.Of($"{row.Rule ?? ""}")
            );
        }

        return table.End().Add($"{Rest(count)}");
    }

    private static Html Rest(int count) =>
        count > ShownRows ? Html.Of($"<p class=\"muted\">The first {ShownRows} of {count} rows.</p>") : Html.Empty;

    private static Html Outcome(RowFailure failure) =>
        failure switch
        {
            RowFailure.Declined => Components.Bad("refused"),
            RowFailure.ProfileNotFound => Components.Warning("not found"),
            RowFailure.Failed => Components.Bad("failed"),
            _ => Components.Bad("lost, told as updated"),
        };

    private static Html Advice(ReceivedBatch batch)
    {
        ProtocolViolation[] advice = [.. batch.Violations.Where(violation => !violation.Declined)];
        if (advice.Length == 0)
        {
            return Html.Empty;
        }

        var table = new Table("Read, though against the protocol", "#Row", "What", "Clause");
        foreach (ProtocolViolation violation in advice.Take(ShownRows))
        {
            table.Add(
                $"{violation.Row}-{violation.Rule}-{violation.Message}",
                violation.Row is { } row ? Components.Number(row) : Components.Muted("all"),
                Html.Of($"{violation.Message}"),
                Html.Of($"{violation.Rule}")
            );
        }

        return Html.Of($"<h2>Read, though against the protocol</h2>{table.End()}{Rest(advice.Length)}");
    }
}
