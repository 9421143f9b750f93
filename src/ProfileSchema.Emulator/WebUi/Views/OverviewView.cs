using ProfileSchema.Emulator.Accounts;
using ProfileSchema.Emulator.Calls;
using ProfileSchema.Emulator.WebUi.Markup;

namespace ProfileSchema.Emulator.WebUi.Views;

/// <summary>The start page: accounts with their limits, the latest batches and calls, and violations.</summary>
internal sealed class OverviewView(ViewState state)
{
    private const int ShownAccounts = 24;
    private const int ShownBatches = 6;
    private const int ShownCalls = 10;

    /// <summary>The protocol rules that set a length, a size or a number of calls.</summary>
    private static readonly HashSet<string> LimitRules =
    [
        "ID-3",
        "NAME-2",
        "VALUE-6",
        "SINGLE-2",
        "SINGLE-5",
        "BATCH-4",
        "BATCH-5",
        "BULK-5",
    ];

    public View Show(string address)
    {
        Html body = Accounts(address);
        body.Add(
            $"{Violations("Limits reached", isLimit: true, "No limit reached: sizes, lengths and budgets were kept.")}"
        );
        body.Add($"<h2>Latest batches</h2>{Batches()}<h2>Latest calls</h2>{Calls()}");
        body.Add($"{Violations("Against the protocol", isLimit: false, "Nothing went against the protocol.")}");
        return new View("Overview", Addresses.Overview, body);
    }

    private Html Accounts(string address)
    {
        IReadOnlyList<TargetAccount> accounts = state.Accounts.All;
        if (accounts.Count == 0)
        {
            return Welcome(address);
        }

        var html = Html.Of($"<h2 class=\"unseen\">Accounts</h2><div class=\"accounts\">");
        foreach (TargetAccount account in accounts.Take(ShownAccounts))
        {
            html.Add($"{Card(account)}");
        }

        html.Add($"</div>");
        int more = accounts.Count - ShownAccounts;
        return more > 0 ? html.Add($"<p class=\"muted\">and {more} more accounts</p>") : html;
    }

    private static Html Welcome(string address)
    {
        const string Batch = @"batch=thirdPartyId,tier\nM100001,gold\n";
        string post = $"{address}m2/acme/v2/profile/batchUpdate";
        return Components.Nothing(
            "Nothing has arrived yet",
            Html.Of(
                $"""
                <p>Give your program the base address <code>{address}</code>; any client code will do. Or try it at once:</p>
                <pre tabindex="0" aria-label="A command to try"><code>printf '{Batch}' | curl --data-binary @- {post}</code></pre>
                """
            )
        );
    }

    private Html Card(TargetAccount account)
    {
        AccountCounts counts = account.Count();
        var html = Html.Of(
            $"<section class=\"card\" data-key=\"{account.ClientCode}\"><h3><bdi>{account.ClientCode}</bdi>"
        );
        html.Add(
            $"{(account.RequiredToken is null ? Html.Empty : Components.Plain("asks for a token"))}</h3><ul class=\"tiles\">"
        );
        html.Add($"{Tile(Addresses.Profiles(account.ClientCode), counts.Profiles, "profile")}");
        html.Add($"{Tile(Addresses.Batches(account.ClientCode), counts.Batches, "batch", "batches")}");
        html.Add($"{Tile(Addresses.Batches(account.ClientCode), counts.WaitingBatches, "waiting", "waiting")}</ul>");
        html.Add($"{Use("Bulk calls, last minute", account.BulkCalls.Read())}");
        return html.Add($"{Use("Single updates, last 24 hours", account.SingleUpdates.Read())}</section>");
    }

    private static Html Tile(string address, int count, string thing, string? things = null)
    {
        string word = count == 1 ? thing : things ?? thing + "s";
        return Html.Of($"<li><a href=\"{address}\"><span class=\"tile-number\">{count}</span> {word}</a></li>");
    }

    private Html Use(string label, LimitUse use)
    {
        if (use.Permits is not { } permits)
        {
            return Html.Of($"<p class=\"use\"><span class=\"use-label\">{label}</span> <span>not limited</span></p>");
        }

        Html html = Components.Meter(label, use.Taken, permits);
        if (use.LastTurnedAway is not { } last)
        {
            return html;
        }

        html.Add($"<p class=\"turned-away\">{Components.Bad("limit reached")} {use.TurnedAway} turned away with 503, ");
        return html.Add($"the last at {state.Timestamps.Of(last)}</p>");
    }

    private Html Batches()
    {
        (string ClientCode, ReceivedBatch Batch)[] latest =
        [
            .. state
                .Accounts.All.Take(ShownAccounts)
                .SelectMany(account =>
                    account.LatestBatches(0, ShownBatches).Select(batch => (account.ClientCode, batch))
                )
                .OrderByDescending(entry => entry.batch.CallNumber)
                .Take(ShownBatches),
        ];
        return latest.Length == 0
            ? Components.Nothing("No batch yet", Html.Of($"<p>A batch appears here as soon as it is accepted.</p>"))
            : BatchComponents.List(latest, state.Timestamps);
    }

    private Html Calls()
    {
        IReadOnlyList<ReceivedCall> calls = state.Calls.Latest(long.MaxValue, ShownCalls, _ => true);
        return calls.Count == 0
            ? Components.Nothing("No call yet", Html.Of($"<p>Calls appear here as they arrive.</p>"))
            : CallComponents.List(calls, state.Timestamps);
    }

    private Html Violations(string title, bool isLimit, string ifNone)
    {
        ViolationCount[] counts =
        [
            .. state.Tally.Snapshot().Where(count => LimitRules.Contains(count.Rule) == isLimit),
        ];
        if (counts.Length == 0)
        {
            return Html.Of($"<p class=\"all-good\">{Components.Good("✓")} {ifNone}</p>");
        }

        var table = new Table(title, "What", "#Times", "Clause", "Outcome", "Last");
        foreach (ViolationCount count in counts)
        {
            table.Add(
                $"{count.Rule}-{count.Message}",
                Html.Of($"{count.Message}"),
                Components.Number(count.Count),
                Html.Of($"{count.Rule}"),
                count.Declined ? Components.Bad("refused") : Components.Warning("read all the same"),
                state.Timestamps.Of(count.LastAt)
            );
        }

        return Html.Of($"<h2>{title}</h2>{table.End()}");
    }
}
