using System.Globalization;
using ProfileSchema.Emulator.WebUi.Markup;

namespace ProfileSchema.Emulator.WebUi.Views;

/// <summary>How calls are told of in every view. Headers are not shown: one of them is the token (HTTP-2).</summary>
internal static class CallComponents
{
    private const int ShownParameters = 3;
    private const int PreviewLength = 32;

    public static string NameOf(TargetOperation operation) =>
        operation switch
        {
            TargetOperation.SingleUpdate => "Single update",
            TargetOperation.BulkUpdate => "Batch",
            TargetOperation.BatchStatus => "Batch status",
            TargetOperation.Fetch => "Fetch",
            TargetOperation.Delivery => "Session update",
            TargetOperation.ProfileAttributes => "Attribute list",
            _ => "Unknown address",
        };

    public static Html Reply(ReceivedCall call)
    {
        string status = call.ReplyStatus?.ToString(CultureInfo.InvariantCulture) ?? "broke off";
        return call.ReplyStatus is >= 200 and < 300 ? Components.Good(status) : Components.Bad(status);
    }

    /// <summary>What is remarkable about a call, or nothing.</summary>
    public static Html Remarks(ReceivedCall call)
    {
        var html = new Html();
        IReadOnlyList<ProtocolViolation> violations = call.Violations;
        if (violations.FirstOrDefault(violation => violation.Declined) is { } refusal)
        {
            html.Add($"{Components.Bad("refused")} <span class=\"muted\">{refusal.Message}</span> ");
        }

        int read = violations.Count(violation => !violation.Declined);
        if (read > 0)
        {
            html.Add($"<span class=\"badge warning\">{read} against the protocol</span> ");
        }

        return call.Fault is null ? html : html.Add($"{Components.Warning("fault")}");
    }

    /// <summary>The first of its parameters, or what it is about otherwise.</summary>
    public static Html Content(ReceivedCall call)
    {
        if (call.Batch is { } batch)
        {
            Html link = Components.Link(Addresses.Batch(call.ClientCode!, batch.Id), Html.Of($"{batch.RowCount} rows"));
            string names = string.Join(", ", batch.ParameterNames.Take(ShownParameters));
            return Html.Of($"{link} <span class=\"muted\">of</span> {VisibleText.Preview(names)}");
        }

        if (call.Operation is TargetOperation.Fetch or TargetOperation.Unknown || call.Parameters.Count == 0)
        {
            return VisibleText.Preview(call.Path, 70);
        }

        var html = new Html();
        foreach ((string name, string value) in call.Parameters.Take(ShownParameters))
        {
            html.Add(
                $"{Components.Pair(VisibleText.Preview(name, PreviewLength), VisibleText.Preview(value, PreviewLength))} "
            );
        }

        return html.Add($"{Components.More(call.Parameters.Count - ShownParameters)}");
    }

    /// <summary>A table of calls.</summary>
    public static Html List(IReadOnlyList<ReceivedCall> calls, Timestamps moments)
    {
        var table = new Table("Calls", "Call", "Time", "What", "Account", "Reply", "Content", "Remarks");
        foreach (ReceivedCall call in calls)
        {
            table.Add(
                $"{call.Number}",
                Components.Link(Addresses.Call(call.Number), Html.Of($"{call.Number}")),
                moments.Of(call.ReceivedAt),
                Html.Of($"<span class=\"unbroken\">{NameOf(call.Operation)}</span>"),
                VisibleText.Preview(call.ClientCode ?? "", PreviewLength),
                Reply(call),
                Content(call),
                Remarks(call)
            );
        }

        return table.End();
    }
}
