using System.Globalization;
using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Checks the whole name of a parameter.</summary>
internal static class NameRules
{
    private const int MaxLength = 128;
    private const string Prefix = "profile.";

    /// <summary>Whether a name has an empty part before, between, or after its dots (NAME-4).</summary>
    public static bool HasEmptyPart(string name) => name.Split('.').Contains("", StringComparer.Ordinal);

    /// <summary>Why a name is invalid, or null (NAME-1, NAME-2, URL-3).</summary>
    public static string? Flaw(string name)
    {
        if (name.Length > MaxLength)
        {
            string length = name.Length.ToString(CultureInfo.InvariantCulture);
            return $"has {length} characters, but the maximum is {MaxLength}; shorten it";
        }

        if (name.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return $"starts with '{Prefix}', which Target adds; remove the prefix";
        }

        return PercentEncoding.IsWellFormed(name) ? null : "contains an unpaired surrogate; use a complete character";
    }
}
