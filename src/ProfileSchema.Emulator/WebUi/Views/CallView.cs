using System.Globalization;
using ProfileSchema.Emulator.Batches;
using ProfileSchema.Emulator.Calls;
using ProfileSchema.Emulator.Decoding;
using ProfileSchema.Emulator.WebUi.Markup;

namespace ProfileSchema.Emulator.WebUi.Views;

/// <summary>One call: what came, decoded, and what it got.</summary>
internal sealed class CallView(ViewState state)
{
    private const int ShownParameters = 500;
    private const int ShownRows = 10;

    public View Show(ViewRequest request)
    {
        if (state.Calls.Find(request.Number ?? 0) is not { } call)
        {
            const string Advice = "There was no such call, or it is no longer kept.";
            return View.Missing(Addresses.CallsPath, "No such call", Advice);
        }

        Html body = Facts(call).Add($"{Violations(call)}{Parameters(call)}{FirstRows(call)}");
        string number = call.Number.ToString(CultureInfo.InvariantCulture);
        return new View($"Call {number}", Addresses.CallsPath, body)
        {
            Back = Components.Link(Addresses.Calls(account: null), Html.Of($"Calls")),
        };
    }

    private Html Facts(ReceivedCall call)
    {
        var html = Html.Of(
            $"<dl class=\"facts\"><div><dt>What</dt><dd>{CallComponents.NameOf(call.Operation)}</dd></div>"
        );
        html.Add($"<div><dt>Received</dt><dd>{state.Timestamps.Of(call.ReceivedAt)}</dd></div>");
        html.Add($"<div><dt>Reply</dt><dd>{CallComponents.Reply(call)} {CallComponents.Remarks(call)}</dd></div>");
        html.Add($"<div><dt>Account</dt><dd>{VisibleText.Preview(call.ClientCode ?? "none")}</dd></div>");
        html.Add($"<div><dt>Body</dt><dd>{call.BodyLength} bytes</dd></div>");
        if (call.Batch is { } batch)
        {
            Html link = Components.Link(Addresses.Batch(call.ClientCode!, batch.Id), Html.Of($"{batch.Id}"));
            html.Add($"<div><dt>Batch</dt><dd>{link}</dd></div>");
        }

        if (call.Fault is { } fault)
        {
            html.Add($"<div><dt>Fault</dt><dd>{VisibleText.Folded(fault.ToString())}</dd></div>");
        }

        return html.Add(
            $"<div class=\"wide\"><dt>Address</dt><dd>{call.Method} {VisibleText.Folded(call.Path)}</dd></div></dl>"
        );
    }

    private static Html Violations(ReceivedCall call)
    {
        if (call.Violations.Count == 0)
        {
            return Html.Empty;
        }

        var table = new Table("Against the protocol", "What", "Clause", "Outcome");
        foreach (ProtocolViolation violation in call.Violations.Take(ShownParameters))
        {
            table.Add(
                $"{violation.Rule}-{violation.Message}",
                Html.Of($"{violation.Message}"),
                Html.Of($"{violation.Rule}"),
                violation.Declined ? Components.Bad("refused") : Components.Warning("read all the same")
            );
        }

        return Html.Of($"<h2>Against the protocol</h2>{table.End()}");
    }

    private static Html Parameters(ReceivedCall call)
    {
        if (call.Batch is not null)
        {
            return Html.Empty;
        }

        if (call.Parameters.Count == 0)
        {
            Html advice = Html.Of($"<p>It had none, or was refused before they were read.</p>");
            return Html.Of($"<h2>Parameters</h2>{Components.Nothing("No parameter", advice)}");
        }

        return Html.Of($"<h2>Parameters</h2>{Pairs("Parameters", call.Parameters)}");
    }

    private static Html Pairs(string label, IReadOnlyList<KeyValuePair<string, string>> pairs)
    {
        var table = new Table(label, "Name", "Value");
        foreach ((string name, string value) in pairs.Take(ShownParameters))
        {
            table.Add(name, VisibleText.Folded(name), VisibleText.Folded(value));
        }

        int more = pairs.Count - ShownParameters;
        return more > 0 ? table.End().Add($"<p class=\"muted\">and {more} more</p>") : table.End();
    }

    /// <summary>The first rows of a batch, decoded once more from its body.</summary>
    private static Html FirstRows(ReceivedCall call)
    {
        if (call.Batch is null)
        {
            return Html.Empty;
        }

        if (BatchContent.Read(call.Body, new ViolationLog(), out BatchContent? file) is not null)
        {
            Html advice = Html.Of(
                $"<p>The emulator does not keep the bodies of calls, or no longer that of this one.</p>"
            );
            return Html.Of($"<h2>First rows</h2>{Components.Nothing("The rows are not kept", advice)}");
        }

        var html = Html.Of($"<h2>First rows</h2>");
        ReadOnlySpan<byte> rest = file!.Rows.Span;
        var row = new RowReader(file.Header, new ViolationLog());
        for (int number = 1; number <= ShownRows && !rest.IsEmpty; number++)
        {
            Separated.TakeLine(ref rest, new ViolationLog(), number, out ReadOnlySpan<byte> line);
            Refusal? refusal = row.Read(line, number);
            html.Add(
                $"<section class=\"row\"><h3>Row {number} · {VisibleText.Preview(row.Id.Value ?? "unreadable")}</h3>"
            );
            Html content = refusal is null
                ? Pairs($"Values of row {number}", row.Values)
                : Html.Of($"<p>{refusal.Message}</p>");
            html.Add($"{content}</section>");
        }

        int more = file.RowCount - ShownRows;
        return more > 0 ? html.Add($"<p class=\"muted\">and {more} more rows</p>") : html;
    }
}
