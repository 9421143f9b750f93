using ProfileSchema.Emulator.WebUi.Markup;

namespace ProfileSchema.Emulator.WebUi.Views;

/// <summary>The form above a list. It is sent as an address, so that what is looked for can be kept and reloaded.</summary>
internal sealed class Filter
{
    private readonly Html _html = new();

    public Filter(string path) =>
        _html.Add($"<form class=\"filter\" role=\"search\" method=\"get\" action=\"{path}\" data-filter>");

    public Filter AddAccount(IReadOnlyList<TargetAccount> accounts, string? chosen, bool orAll = false)
    {
        IEnumerable<(string, string)> all = orAll ? [("", "All accounts")] : [];
        return AddChoice("account", "Account", [.. all, .. accounts.Select(a => (a.ClientCode, a.ClientCode))], chosen);
    }

    public Filter AddChoice(string name, string label, IEnumerable<(string Value, string Text)> choices, string? chosen)
    {
        _html.Add($"<div class=\"field\"><label for=\"{name}\">{label}</label><select id=\"{name}\" name=\"{name}\">");
        foreach ((string value, string text) in choices)
        {
            Html selected = value == (chosen ?? "") ? Html.Of($" selected") : Html.Empty;
            _html.Add($"<option value=\"{value}\"{selected}>{text}</option>");
        }

        _html.Add($"</select></div>");
        return this;
    }

    public Filter AddSearch(string label, string hint, string value)
    {
        _html.Add(
            $"""
            <div class="field wide"><label for="search">{label}</label>
            <input id="search" name="search" type="search" value="{value}" autocomplete="off" spellcheck="false" aria-describedby="search-hint">
            <p class="hint" id="search-hint">{hint}</p></div>
            """
        );
        return this;
    }

    public Html End() => _html.Add($"<button type=\"submit\">Show</button></form>");
}
