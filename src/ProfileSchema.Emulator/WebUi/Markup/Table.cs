namespace ProfileSchema.Emulator.WebUi.Markup;

/// <summary>
/// A table that stays one for a screen reader when a narrow screen shows its rows as blocks: the roles are written out, and each
/// cell carries the heading of its column.
/// </summary>
internal sealed class Table
{
    private readonly Html _html = new();
    private readonly string[] _headings;

    /// <summary>Begins a table.</summary>
    /// <param name="label">What the table lists, for those who do not see it.</param>
    /// <param name="headings">The headings of the columns; one that begins with # is over numbers.</param>
    public Table(string label, params string[] headings)
    {
        _headings = headings;
        _html.Add($"<table role=\"table\" aria-label=\"{label}\"><thead role=\"rowgroup\"><tr role=\"row\">");
        foreach (string heading in headings)
        {
            _html.Add($"<th role=\"columnheader\" scope=\"col\"{NumberClass(heading)}>{heading.TrimStart('#')}</th>");
        }

        _html.Add($"</tr></thead><tbody role=\"rowgroup\">");
    }

    /// <summary>Adds a row.</summary>
    /// <param name="key">What makes it the same row after an update.</param>
    /// <param name="cells">One cell a column.</param>
    public void Add(string key, params Html[] cells)
    {
        _html.Add($"<tr role=\"row\" data-key=\"{key}\">");
        for (int column = 0; column < cells.Length; column++)
        {
            string heading = _headings[column];
            Html content = cells[column].IsEmpty ? Html.Empty : Html.Of($"<div>{cells[column]}</div>");
            _html.Add(
                $"<td role=\"cell\" data-label=\"{heading.TrimStart('#')}\"{NumberClass(heading)}>{content}</td>"
            );
        }

        _html.Add($"</tr>");
    }

    public Html End() => _html.Add($"</tbody></table>");

    private static Html NumberClass(string heading) =>
        heading.StartsWith('#') ? Html.Of($" class=\"number\"") : Html.Empty;
}
