using ProfileSchema.Emulator.WebUi.Markup;

namespace ProfileSchema.Emulator.WebUi.Views;

/// <summary>Lists are shown in pages of 50, at most 20 of them.</summary>
internal static class Paging
{
    public const int PageSize = 50;
    private const int MaxPages = 20;

    public static int Clamp(int page, int count) => Math.Clamp(page, 1, PagesOf(count));

    /// <summary>Where one is in a list, and the links to its other pages.</summary>
    public static Html Links(int page, int count, string things, Func<int, string> address)
    {
        int pages = PagesOf(count);
        if (pages == 1)
        {
            return Html.Empty;
        }

        var html = Html.Of($"<nav class=\"paging\" aria-label=\"Pages of {things}\">");
        html.Add($"{Step(page - 1, pages, "Previous", address)}<span>Page {page} of {pages}</span>");
        html.Add($"{Step(page + 1, pages, "Next", address)}");
        if (count > PageSize * MaxPages)
        {
            html.Add($"<span class=\"muted\">The first {PageSize * MaxPages} of {count} {things}.</span>");
        }

        return html.Add($"</nav>");
    }

    private static int PagesOf(int count) => Math.Clamp((count - 1) / PageSize + 1, 1, MaxPages);

    private static Html Step(int page, int pages, string name, Func<int, string> address) =>
        page < 1 || page > pages
            ? Html.Of($"<span class=\"muted\">{name}</span>")
            : Components.Link(address(page), Html.Of($"{name}"));
}
