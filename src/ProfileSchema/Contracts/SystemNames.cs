namespace ProfileSchema;

/// <summary>Names that are no customer's to give, or of no use to one (NAME-2, NAME-3). The generator reads them here too.</summary>
internal static class SystemNames
{
    private static readonly HashSet<string> TargetNames = new(StringComparer.Ordinal)
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

    /// <summary>To whom a name belongs that is no customer's, or null (NAME-3).</summary>
    public static string? OwnerOf(string name) =>
        name.StartsWith("user.", StringComparison.Ordinal) ? "profile scripts"
        : TargetNames.Contains(name)
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
