using System.Net;
using System.Text;

namespace ProfileSchema.Client;

/// <summary>The service's own words, made fit to be shown (HTTP-2).</summary>
internal static class ServiceText
{
    private const int MaxLength = 500;
    private const string Removed = "[id]";

    /// <summary>At most 500 characters, without control characters and the given ids, however written; null if nothing is left.</summary>
    public static string? Clean(string? text, IEnumerable<string> ids)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        string cleaned = WithoutControls(text);
        foreach (string id in ids.Where(id => id.Length > 0))
        {
            // As it is, as it was sent, and as a page of a proxy shows it.
            foreach (string written in (string[])[id, Uri.EscapeDataString(id), WebUtility.HtmlEncode(id)])
            {
                cleaned = cleaned.Replace(written, Removed, StringComparison.OrdinalIgnoreCase);
            }
        }

        cleaned = cleaned.Trim();
        return cleaned.Length <= MaxLength ? cleaned : Cut(cleaned);
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

    private static string Cut(string text)
    {
        int length = char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        return text[..length];
    }
}
