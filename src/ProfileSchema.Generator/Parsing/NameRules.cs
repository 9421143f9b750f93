using System.Globalization;

namespace ProfileSchema.Generator.Parsing;

/// <summary>What the whole name of a parameter may be.</summary>
internal static class NameRules
{
    private const int MaxLength = 128;
    private const string Prefix = "profile.";

    private static readonly HashSet<string> SystemNames = new(StringComparer.Ordinal)
    {
        "browserTime",
        "averageDaysBetweenVisits",
        "sessionCount",
        "activeActivities",
        "activeCampaigns",
        "categoryAffinity",
    };

    private static readonly HashSet<string> RequestNames = new(StringComparer.Ordinal)
    {
        "pcId",
        "thirdPartyId",
        "batch",
    };

    /// <summary>Why a name cannot be sent, or null (NAME-1, NAME-2, URL-3).</summary>
    public static string? Flaw(string name)
    {
        if (name.Length > MaxLength)
        {
            string length = name.Length.ToString(CultureInfo.InvariantCulture);
            return $"has {length} characters, of which Target takes {MaxLength}; shorten it";
        }

        if (name.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return $"starts with '{Prefix}', which Target adds itself; leave that off";
        }

        return PercentEncoding.IsWellFormed(name)
            ? null
            : "holds half of a surrogate pair, which has no UTF-8 form; write the whole character";
    }

    /// <summary>To whom a name belongs that is no customer's, or null (NAME-3).</summary>
    public static string? OwnerOf(string name) =>
        name.StartsWith("user.", StringComparison.Ordinal) ? "profile scripts"
        : SystemNames.Contains(name)
        || name.StartsWith("mobile.", StringComparison.Ordinal)
        || name.StartsWith("geolocation.", StringComparison.Ordinal)
            ? "Target itself"
        : RequestNames.Contains(name) || name.StartsWith("mbox", StringComparison.Ordinal) ? "the request"
        : null;

    /// <summary>A character that audiences and scripts cannot address reliably, or null (NAME-2).</summary>
    public static string? Unaddressable(string name)
    {
        for (int i = 0; i < name.Length; i++)
        {
            if (name[i] is not ((>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '.' or '_' or '-'))
            {
                return char.IsSurrogatePair(name, i) ? name.Substring(i, 2) : name[i].ToString();
            }
        }

        return null;
    }
}
