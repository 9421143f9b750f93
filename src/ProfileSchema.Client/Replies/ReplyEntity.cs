using System.Globalization;
using System.Text;
using System.Xml;

namespace ProfileSchema.Client.Replies;

/// <summary>What an ampersand begins. (BULK-4)</summary>
internal static class ReplyEntity
{
    private static readonly string[] Named = ["&amp;", "&lt;", "&gt;", "&quot;", "&apos;"];

    /// <summary>Whether the text begins with an entity that every XML reader knows.</summary>
    public static bool Begins(ReadOnlySpan<char> text)
    {
        foreach (string entity in Named)
        {
            if (text.StartsWith(entity))
            {
                return true;
            }
        }

        return text.StartsWith("&#") && IsCharacter(text[2..]);
    }

    /// <summary>A number that is no character of XML would end the reading, so it is text.</summary>
    private static bool IsCharacter(ReadOnlySpan<char> text)
    {
        int length = text[..Math.Min(text.Length, ReplyMarkup.Lookahead - 2)].IndexOf(';');
        if (length <= 0)
        {
            return false;
        }

        ReadOnlySpan<char> digits = text[..length];
        int code;
        bool isNumber =
            digits[0] == 'x'
                ? int.TryParse(digits[1..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out code)
                : int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out code);
        return isNumber && Rune.IsValid(code) && (code > char.MaxValue || XmlConvert.IsXmlChar((char)code));
    }
}
