using ProfileSchema.Emulator.WebUi.Markup;

namespace ProfileSchema.Emulator.WebUi.Views;

/// <summary>The calls, the latest first.</summary>
internal sealed class CallsView(ViewState state)
{
    private static readonly (string Value, string Text)[] Operations =
    [
        ("", "Everything"),
        .. new[]
        {
            TargetOperation.SingleUpdate,
            TargetOperation.BulkUpdate,
            TargetOperation.BatchStatus,
            TargetOperation.Fetch,
            TargetOperation.Delivery,
            TargetOperation.ProfileAttributes,
            TargetOperation.Unknown,
        }.Select(operation => (operation.ToString(), CallComponents.NameOf(operation))),
        (Remarkable, "With remarks"),
    ];

    private const string Remarkable = "remarks";

    public View Show(ViewRequest request)
    {
        IReadOnlyList<ReceivedCall> calls = state.Calls.Latest(
            request.Before ?? long.MaxValue,
            Paging.PageSize + 1,
            call => IsWanted(call, request)
        );
        ReceivedCall[] shown = [.. calls.Take(Paging.PageSize)];
        Html body = new Filter(Addresses.CallsPath)
            .AddAccount(state.Accounts.All, request.Account, orAll: true)
            .AddChoice("operation", "What", Operations, request.Operation)
            .End();
        string of = string.IsNullOrEmpty(request.Account) && string.IsNullOrEmpty(request.Operation) ? "" : "Of ";
        body.Add($"<p class=\"count\">{of}{state.Calls.Count} {(state.Calls.Count == 1 ? "call" : "calls")}");
        body.Add(
            $" so far, the latest first</p>{(shown.Length == 0 ? NothingYet() : CallComponents.List(shown, state.Timestamps))}"
        );
        return new View("Calls", Addresses.CallsPath, body.Add($"{Links(request, shown, calls.Count > shown.Length)}"));
    }

    private static bool IsWanted(ReceivedCall call, ViewRequest request) =>
        (string.IsNullOrEmpty(request.Account) || call.ClientCode == request.Account)
        && request.Operation switch
        {
            "" => true,
            Remarkable => call.Fault is not null || call.Violations.Count > 0 || call.ReplyStatus is null or >= 400,
            _ => call.Operation.ToString() == request.Operation,
        };

    /// <summary>By number and not by page: a page of a list that grows at its top would slide away under the reader.</summary>
    private static Html Links(ViewRequest request, ReceivedCall[] shown, bool isMore)
    {
        if (request.Before is null && !isMore)
        {
            return Html.Empty;
        }

        var html = Html.Of($"<nav class=\"paging\" aria-label=\"Pages of calls\">");
        if (request.Before is not null)
        {
            html.Add($"{Components.Link(Addresses.Calls(request.Account, request.Operation), Html.Of($"Latest"))}");
        }

        if (isMore)
        {
            string older = Addresses.Calls(request.Account, request.Operation, shown[^1].Number);
            html.Add($"{Components.Link(older, Html.Of($"Older"))}");
        }

        return html.Add($"</nav>");
    }

    private static Html NothingYet() =>
        Components.Nothing(
            "No call",
            Html.Of($"<p>Calls appear here as they arrive. Those of this page itself are not among them.</p>")
        );
}
