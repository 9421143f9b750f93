using System.Text;

namespace ProfileSchema.Generator.Model;

/// <summary>Percent-encodes at compile time what the library encodes at run time: RFC 3986, upper-case hex (URL-2).</summary>
internal static class PercentEncoding
{
    private const string Hex = "0123456789ABCDEF";

    /// <param name="text">Well-formed.</param>
    public static string Encode(string text)
    {
        if (IsUnreserved(text))
        {
            return text;
        }

        var encoded = new StringBuilder(text.Length);
        foreach (byte b in Encoding.UTF8.GetBytes(text))
        {
            if (IsUnreserved((char)b))
            {
                encoded.Append((char)b);
            }
            else
            {
                encoded.Append('%').Append(Hex[b >> 4]).Append(Hex[b & 0xF]);
            }
        }

        return encoded.ToString();
    }

    /// <summary>Whether every surrogate is half of a pair (URL-3).</summary>
    public static bool IsWellFormed(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsUnreserved(string text)
    {
        foreach (char c in text)
        {
            if (!IsUnreserved(c))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsUnreserved(char c) =>
        c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '.' or '_' or '~';
}
