using System.Globalization;
using System.Text;
using System.Xml;

namespace ProfileSchema.Client.Replies;

/// <summary>
/// Repairs the markup of a reply, part by part, before the XML reader reads it: a <c>&amp;</c> that begins no entity is text
/// (BULK-4), and so is a <c>&lt;</c> that begins no tag.
/// </summary>
/// <remarks>
/// Comments and processing instructions are left out, the XML declaration among them: an asynchronous XML reader that ignores them
/// calls itself for each, and a reply full of them would end the process. CDATA becomes text, which the reader, unlike CDATA, gives
/// in parts (STATUS-7).
/// </remarks>
internal sealed class ReplyMarkup
{
    /// <summary>Fewer characters than these are left for the next part, because what follows decides about them.</summary>
    public const int Lookahead = 16;

    private static readonly string[] Entities = ["&amp;", "&lt;", "&gt;", "&quot;", "&apos;"];

    private static readonly Section[] Sections =
    [
        new("<![CDATA[", "]]>", IsText: true),
        new("<!--", "-->", IsText: false),
        new("<?", "?>", IsText: false),
    ];

    private Section? _openSection;

    /// <summary>0 outside of tags.</summary>
    private int _tagLength;
    private char _openQuote;

    /// <summary>Repairs as much of the input as can be decided, and returns how many characters that was.</summary>
    /// <param name="isLast">Whether nothing follows the input.</param>
    public int Repair(ReadOnlySpan<char> input, bool isLast, StringBuilder output)
    {
        int read = 0;
        while (read < input.Length && (isLast || input.Length - read >= Lookahead))
        {
            read += RepairNext(input[read..], output);
        }

        return read;
    }

    /// <summary>Repairs the next character, text without marks, or the mark of a section, and returns its length.</summary>
    private int RepairNext(ReadOnlySpan<char> rest, StringBuilder output)
    {
        if (_openSection is { } section)
        {
            if (rest.StartsWith(section.Close))
            {
                _openSection = null;
                return section.Close.Length;
            }

            if (section.IsText)
            {
                Append(rest[0], isText: true, output);
            }

            return 1;
        }

        int plain = _tagLength == 0 ? rest.IndexOfAny('<', '&') : 0;
        if (plain != 0)
        {
            // Text without a mark, which most of a reply is.
            ReadOnlySpan<char> text = plain < 0 ? rest : rest[..plain];
            output.Append(text);
            return text.Length;
        }

        if (rest[0] == '<' && SectionAt(rest) is { } begun)
        {
            _openSection = begun;
            return begun.Open.Length;
        }

        bool isText = (rest[0] == '<' && !BeginsTag(rest)) || (rest[0] == '&' && !BeginsEntity(rest));
        Append(rest[0], isText, output);
        return 1;
    }

    private static Section? SectionAt(ReadOnlySpan<char> rest)
    {
        foreach (Section section in Sections)
        {
            if (rest.StartsWith(section.Open))
            {
                return section;
            }
        }

        return null;
    }

    private void Append(char c, bool isText, StringBuilder output)
    {
        MeasureTag(c, isText);
        switch (c)
        {
            case '&' when isText:
                output.Append("&amp;");
                break;
            case '<' when isText:
                output.Append("&lt;");
                break;
            case '>' when isText:
                output.Append("&gt;");
                break;
            default:
                output.Append(c);
                break;
        }
    }

    private static bool BeginsTag(ReadOnlySpan<char> rest) =>
        rest.Length > 1 && (rest[1] is '/' or '!' or '_' or ':' || char.IsLetter(rest[1]));

    /// <summary>Whether the text begins with an entity that every XML reader knows.</summary>
    private static bool BeginsEntity(ReadOnlySpan<char> text)
    {
        foreach (string entity in Entities)
        {
            if (text.StartsWith(entity))
            {
                return true;
            }
        }

        int length = text[..Math.Min(text.Length, Lookahead)].IndexOf(';');
        return length > 2 && text[1] == '#' && IsCharacter(text[2..length]);
    }

    // A number that is not a character of XML would end the reading, so it is text.
    private static bool IsCharacter(ReadOnlySpan<char> number)
    {
        int code;
        bool isNumber =
            number[0] == 'x'
                ? int.TryParse(number[1..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out code)
                : int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out code);
        return isNumber && Rune.IsValid(code) && (code > char.MaxValue || XmlConvert.IsXmlChar((char)code));
    }

    /// <summary>
    /// An XML reader holds a tag as a whole and compares its attributes with each other, so that one tag as long as a reply may be
    /// would take a gigabyte and minutes (STATUS-7).
    /// </summary>
    /// <exception cref="ReplyTooLargeException">The tag is longer than tags are.</exception>
    private void MeasureTag(char c, bool isText)
    {
        if (c == '<' && !isText)
        {
            // A tag that begins within another is an error for the XML reader to find.
            _tagLength = 1;
            _openQuote = '\0';
        }
        else if (_tagLength == 0 || (c == '>' && !isText && _openQuote == '\0'))
        {
            _tagLength = 0;
        }
        else if (++_tagLength > ReplyLimits.MaxTagLength)
        {
            throw new ReplyTooLargeException(
                $"A tag of the reply is longer than {ReplyLimits.MaxTagLength} characters (STATUS-7)."
            );
        }
        else if (c is '"' or '\'' && (_openQuote == '\0' || _openQuote == c))
        {
            _openQuote = _openQuote == c ? '\0' : c;
        }
    }

    /// <summary>Up to its end an ampersand is text, and a tag is not a tag.</summary>
    private sealed record Section(string Open, string Close, bool IsText);
}
