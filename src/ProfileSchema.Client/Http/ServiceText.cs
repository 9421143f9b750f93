using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;

namespace ProfileSchema.Client.Http;

/// <summary>The service's own text, made fit to be shown (HTTP-2).</summary>
internal static class ServiceText
{
    private const int MaxLength = 500;

    /// <summary>Text may be encoded by the service, and once more by a gateway before it.</summary>
    private const int MostEncodings = 3;

    /// <summary>At most 500 characters, without control characters and the words that the request carried; null if nothing is left.</summary>
    /// <param name="answer">The answer that the text is from: the token of its request is taken out as well (AUTH-4).</param>
    /// <param name="carried">The ids and values of the request, not encoded.</param>
    public static string? Clean(string? text, HttpResponseMessage answer, IEnumerable<string> carried) =>
        Redact(text, [TokenOf(answer), .. carried]) is { } clean ? Cut(clean) : null;

    /// <summary>The same for the text about a batch file, without what the file holds.</summary>
    public static string? Clean(string? text, ReadOnlySequence<byte> file)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var echo = new EchoedWords(text);
        echo.FindIn(file);
        return Cut(echo.Remove());
    }

    /// <summary>The text as it may be kept until the rest is taken out of it: decoded, and without the token of its request.</summary>
    public static string? WithoutToken(string? text, HttpResponseMessage answer) => Redact(text, [TokenOf(answer)]);

    private static string TokenOf(HttpResponseMessage answer) =>
        answer.RequestMessage?.Headers.Authorization?.Parameter ?? "";

    private static string? Redact(string? text, IEnumerable<string> carried)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var echo = new EchoedWords(WithoutControls(Decode(text)));
        foreach (string part in carried)
        {
            echo.FindIn(part);
        }

        return echo.Remove();
    }

    // What was sent comes back as a form, a page or JSON writes it, in part or as a whole.
    private static string Decode(string text)
    {
        for (int i = 0; i < MostEncodings; i++)
        {
            string decoded = Unescape(WebUtility.HtmlDecode(Uri.UnescapeDataString(text)));
            if (decoded == text)
            {
                break;
            }

            text = decoded;
        }

        return text;
    }

    private static string Unescape(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                plain.Append(text[i]);
                continue;
            }

            i++;
            if (
                text[i] == 'u'
                && i + 4 < text.Length
                && ushort.TryParse(text.AsSpan(i + 1, 4), NumberStyles.HexNumber, null, out ushort code)
            )
            {
                plain.Append((char)code);
                i += 4;
            }
            else
            {
                // A line end and the like part words.
                plain.Append(text[i] is 'b' or 'f' or 'n' or 'r' or 't' ? ' ' : text[i]);
            }
        }

        return plain.ToString();
    }

    private static string WithoutControls(string text)
    {
        var cleaned = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            cleaned.Append(char.IsControl(c) ? ' ' : c);
        }

        return cleaned.ToString();
    }

    private static string? Cut(string text)
    {
        text = text.Trim();
        if (text.Length <= MaxLength)
        {
            return text.Length == 0 ? null : text;
        }

        int length = char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        return text[..length];
    }
}
