using System.Globalization;
using Microsoft.AspNetCore.Http;
using ProfileSchema.Emulator.WebUi.Markup;

namespace ProfileSchema.Emulator.WebUi.Views;

/// <summary>A view, ready to be put into the frame of the web UI.</summary>
/// <param name="Title">Its title and heading.</param>
/// <param name="Section">The address of the section that it belongs to.</param>
/// <param name="Body">What is below the heading.</param>
internal sealed record View(string Title, string Section, Html Body)
{
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>The heading where it says more than the title, which ends up in the history of the browser.</summary>
    public Html Heading { get; init; } = Html.Of($"{Title}");

    /// <summary>The way back from a single thing to its list.</summary>
    public Html Back { get; init; } = Html.Empty;

    public static View Missing(string section, string title, string advice) =>
        new(title, section, Html.Of($"<p>{advice}</p>")) { Status = StatusCodes.Status404NotFound };
}

/// <summary>What the address of a view asks for. What cannot be read counts as not given.</summary>
internal sealed class ViewRequest(IQueryCollection query)
{
    public string? Account => Text("account");

    public string Search => Text("search") ?? "";

    public string Operation => Text("operation") ?? "";

    public string? PcId => Text("pcId");

    public string? Id => Text("id");

    public long? Number => Long("number");

    /// <summary>The number of the call before which a list begins.</summary>
    public long? Before => Long("before");

    /// <summary>The page of a list, from 1.</summary>
    public int Page => (int)Math.Clamp(Long("page") ?? 1, 1, int.MaxValue);

    private string? Text(string name) => query.TryGetValue(name, out var values) ? values[^1] : null;

    private long? Long(string name) =>
        long.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;
}
