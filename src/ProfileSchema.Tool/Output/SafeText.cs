using System.Globalization;
using System.Text;

namespace ProfileSchema.Tool.Output;

/// <summary>
/// Makes text from a file, the service or the command line harmless on a terminal and in a log: no control sequence, no line of
/// its own, no change of direction. Everything that the tool prints passes through here.
/// </summary>
internal static class SafeText
{
    /// <summary>The text with every character that is not shown as itself written as <c>\uXXXX</c>.</summary>
    public static string Clean(string text)
    {
        int index = 0;
        while (index < text.Length && !IsHarmful(text, index))
        {
            index++;
        }

        if (index == text.Length)
        {
            return text;
        }

        var clean = new StringBuilder(text, 0, index, text.Length + 16);
        for (; index < text.Length; index++)
        {
            if (IsHarmful(text, index))
            {
                clean.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[index]:X4}");
            }
            else
            {
                clean.Append(text[index]);
            }
        }

        return clean.ToString();
    }

    /// <summary>
    /// The text cut to what a person looks at, for values of any length; what is left out is said.
    /// </summary>
    public static string Shorten(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        int cut = char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
        return string.Create(CultureInfo.InvariantCulture, $"{text[..cut]}… ({text.Length} characters)");
    }

    private static bool IsHarmful(string text, int index)
    {
        char c = text[index];
        return char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,

            // Overrides of direction and what has no width: text could look like other text.
            UnicodeCategory.Format => true,
            UnicodeCategory.Surrogate => !IsHalfOfPair(text, index) || IsHarmfulPair(text, index),
            _ => false,
        };
    }

    private static bool IsHalfOfPair(string text, int index) =>
        char.IsHighSurrogate(text[index])
            ? index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])
            : index > 0 && char.IsHighSurrogate(text[index - 1]);

    /// <summary>Such as the tags of U+E0000, which are not shown at all.</summary>
    private static bool IsHarmfulPair(string text, int index)
    {
        int first = char.IsHighSurrogate(text[index]) ? index : index - 1;
        return CharUnicodeInfo.GetUnicodeCategory(text, first) is UnicodeCategory.Format;
    }
}
