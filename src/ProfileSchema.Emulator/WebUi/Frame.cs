using System.Globalization;
using ProfileSchema.Emulator.WebUi.Markup;
using ProfileSchema.Emulator.WebUi.Views;

namespace ProfileSchema.Emulator.WebUi;

/// <summary>What is around every view: head, navigation, and the line that tells whether the view is up to date.</summary>
internal static class Frame
{
    private static readonly (string Address, string Name)[] Sections =
    [
        (Addresses.Overview, "Overview"),
        (Addresses.ProfilesPath, "Profiles"),
        (Addresses.BatchesPath, "Batches"),
        (Addresses.CallsPath, "Calls"),
    ];

    public static Html Around(View view, long calls)
    {
        var html = Html.Of(
            $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <title>{view.Title} · Target emulator</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <link rel="icon" href="{Addresses.IconPath}">
            <link rel="stylesheet" href="{Addresses.StylePath}">
            <script src="{Addresses.ScriptPath}" defer></script>
            </head>
            <body>
            <a class="skip" href="#content">Skip to the content</a>
            <header class="top">
            <p class="brand"><img src="{Addresses.IconPath}" alt="" width="24" height="24"> Target emulator</p>
            <nav aria-label="Sections"><ul>
            """
        );
        foreach ((string address, string name) in Sections)
        {
            Html current = address == view.Section ? Html.Of($" aria-current=\"page\"") : Html.Empty;
            html.Add($"<li><a href=\"{address}\"{current}>{name}</a></li>");
        }

        string count = calls.ToString(CultureInfo.InvariantCulture);
        Html back = view.Back.IsEmpty ? Html.Empty : Html.Of($"<p class=\"back\">{view.Back}</p>");
        return html.Add(
            $"""
            </ul></nav>
            <div class="live"><span id="live-state" role="status">Reload to see what is new</span>
            <button id="live-switch" type="button" aria-pressed="false" hidden>Pause</button></div>
            </header>
            <main id="content" tabindex="-1" data-calls="{count}">
            {back}<h1>{view.Heading}</h1>
            {view.Body}
            </main>
            <p id="news" class="unseen" role="status"></p>
            <footer><p>Adobe Target’s Profile APIs as the emulator plays them, on this machine only. Nothing here reaches Adobe.</p></footer>
            </body>
            </html>
            """
        );
    }
}
