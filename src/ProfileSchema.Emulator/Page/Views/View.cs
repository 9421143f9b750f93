using Microsoft.AspNetCore.Http;

namespace ProfileSchema.Emulator;

/// <summary>A view, ready to be put into the frame of the page.</summary>
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
