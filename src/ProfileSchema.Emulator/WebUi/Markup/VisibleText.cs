using System.Globalization;
using System.Text;

namespace ProfileSchema.Emulator.WebUi.Markup;

/// <summary>
/// Shows received text as text, in a direction of its own. Invisible characters, and those that change the direction, are shown by
/// their code points.
/// </summary>
internal static class VisibleText
{
    private const int PreviewLength = 60;
    private const int LongLength = 240;

    /// <summary>The whole text.</summary>
    public static Html Of(string text) => Html.Of($"<bdi class=\"value\">{Written(text)}</bdi>");

    /// <summary>The beginning of the text, for lists.</summary>
    public static Html Preview(string text, int length = PreviewLength) =>
        text.Length <= length ? Of(text) : Html.Of($"<bdi class=\"value\">{Written(Beginning(text, length))}…</bdi>");

    /// <summary>The whole text, folded if it is long.</summary>
    public static Html Folded(string text)
    {
        if (text.Length <= LongLength)
        {
            return Of(text);
        }

        var length = Html.Of($"<span class=\"muted\">{text.Length} characters</span>");
        return Html.Of($"<details class=\"long\"><summary>{Preview(text)} {length}</summary>{Of(text)}</details>");
    }

    private static string Beginning(string text, int length) =>
        text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    private static Html Written(string text)
    {
        var html = new Html();
        int at = 0;
        int plain = 0;
        while (at < text.Length)
        {
            bool isScalar = Rune.TryGetRuneAt(text, at, out Rune rune);
            int length = isScalar ? rune.Utf16SequenceLength : 1;
            bool isAtEnd = at == 0 || at + length == text.Length;
            if (!isScalar || !Shows(rune, isAtEnd))
            {
                int code = isScalar ? rune.Value : text[at];
                html.Add($"{text[plain..at]}<span class=\"code-point\">{NameOf(code)}</span>");
                plain = at + length;
            }

            at += length;
        }

        return html.Add($"{text[plain..]}");
    }

    private static bool Shows(Rune rune, bool isAtEnd) =>
        Rune.GetUnicodeCategory(rune) switch
        {
            // The joiners are part of how some scripts and emoji are written.
            UnicodeCategory.Format => rune.Value is 0x200C or 0x200D,
            UnicodeCategory.SpaceSeparator => rune.Value == ' ' && !isAtEnd,
            UnicodeCategory.Control
            or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned => false,
            _ => true,
        };

    private static string NameOf(int code) =>
        code switch
        {
            ' ' => "space",
            '\t' => "tab",
            '\n' => "LF",
            '\r' => "CR",
            _ => string.Create(CultureInfo.InvariantCulture, $"U+{code:X4}"),
        };
}
