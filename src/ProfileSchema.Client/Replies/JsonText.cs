using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ProfileSchema.Client.Replies;

/// <summary>Reads the texts of a JSON reply, those too that hold half of a surrogate pair.</summary>
/// <remarks>
/// Whoever cuts a text by its length may leave such a half at its end, and JSON can escape it. The platform has no text for it, and
/// says so with an <see cref="InvalidOperationException"/>; a string can hold it, and nothing else would be what the service has.
/// </remarks>
internal static class JsonText
{
    private const int UnitLength = 4;

    /// <summary>The text of an element, or null if it is none.</summary>
    /// <exception cref="JsonException">It is not UTF-8.</exception>
    public static string? Of(JsonElement element)
    {
        if (element.ValueKind is not JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return Unescape(Raw(element).AsSpan()[1..^1]);
        }
    }

    /// <summary>The JSON of an element as it was written.</summary>
    /// <exception cref="JsonException">It is not UTF-8.</exception>
    public static string Raw(JsonElement element)
    {
        try
        {
            return element.GetRawText();
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException("A text is not UTF-8.", exception);
        }
    }

    /// <summary>Resolves escapes that the platform's reader has found well-formed.</summary>
    private static string Unescape(ReadOnlySpan<char> raw)
    {
        var text = new StringBuilder(raw.Length);
        for (int i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                text.Append(raw[i]);
                continue;
            }

            char escape = raw[++i];
            text.Append(escape is 'u' ? UnitAt(raw, i + 1) : Meaning(escape));
            i += escape is 'u' ? UnitLength : 0;
        }

        return text.ToString();
    }

    private static char UnitAt(ReadOnlySpan<char> raw, int start) =>
        (char)ushort.Parse(raw.Slice(start, UnitLength), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static char Meaning(char escape) =>
        escape switch
        {
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => escape,
        };
}
