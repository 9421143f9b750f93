using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace ProfileSchema.Emulator.BrowserTests;

/// <summary>What a terminal received while bars were drawn on it: frames over frames, and then lines. It gives them as HTML.</summary>
internal sealed partial class TerminalRecording(string text)
{
    private const string LineErased = "\e[2K";
    private const string CursorShown = "\e[?25h";

    /// <summary>The last frame that holds a text; the lines after the bars are none.</summary>
    public string Frame(string text) =>
        ToHtml(
            CursorUp()
                .Split(Body[..Body.LastIndexOf(LineErased, StringComparison.Ordinal)])
                .Last(frame => frame.Contains(text, StringComparison.Ordinal))
                .Split(LineErased)[0]
        );

    /// <summary>What was written once the bars were gone.</summary>
    public string AfterBars() =>
        ToHtml(Body[(Body.LastIndexOf(CursorShown, StringComparison.Ordinal) + CursorShown.Length)..]);

    /// <summary>Without the lines in which <c>script</c> says when it began and ended.</summary>
    private string Body { get; } =
        text[(text.IndexOf('\n') + 1)..text.LastIndexOf("\nScript done", StringComparison.Ordinal)];

    private static string ToHtml(string received)
    {
        var html = new StringBuilder();
        int at = 0;
        int open = 0;
        string visible = received.Replace("\r", "", StringComparison.Ordinal).Trim('\n', ' ');
        foreach (Match sequence in Sequence().Matches(visible))
        {
            html.Append(WebUtility.HtmlEncode(visible[at..sequence.Index]));
            at = sequence.Index + sequence.Length;
            if (sequence.Groups["style"] is not { Success: true, Value: var style })
            {
                continue;
            }

            for (; open > 0 && style is "0" or ""; open--)
            {
                html.Append("</span>");
            }

            if (style is not ("0" or ""))
            {
                open++;
                html.Append(style == "1" ? "<span style=\"font-weight: 700\">" : $"<span class=\"c{Color(style)}\">");
            }
        }

        return html.Append(WebUtility.HtmlEncode(visible[at..])).ToString();
    }

    /// <summary>The number among the terminal's colours, from <c>38;5;N</c> or <c>3N</c>.</summary>
    private static string Color(string style) =>
        style.StartsWith("38;5;", StringComparison.Ordinal) ? style[5..] : style[1..];

    [GeneratedRegex(@"\e\[\d+A")]
    private static partial Regex CursorUp();

    [GeneratedRegex(@"\e\[(?:(?<style>[\d;]*)m|[?\d;]*[A-Za-ln-z])")]
    private static partial Regex Sequence();
}
