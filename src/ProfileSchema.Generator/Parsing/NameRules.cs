using System.Globalization;

namespace ProfileSchema.Generator.Parsing;

/// <summary>What the whole name of a parameter may be.</summary>
internal static class NameRules
{
    private const int MaxLength = 128;
    private const string Prefix = "profile.";

    /// <summary>Whether there is nothing before, between or after the dots that give a name its structure (NAME-4).</summary>
    public static bool HasEmptyPart(string name) => name.Split('.').Contains("", StringComparer.Ordinal);

    /// <summary>Why a name cannot be sent, or null (NAME-1, NAME-2, URL-3).</summary>
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
