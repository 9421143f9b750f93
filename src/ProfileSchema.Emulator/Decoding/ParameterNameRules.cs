using ProfileSchema.Emulator.Calls;

namespace ProfileSchema.Emulator.Decoding;

/// <summary>Which names a profile parameter may have.</summary>
internal static class ParameterNameRules
{
    private static readonly HashSet<string> SystemNames = new(StringComparer.Ordinal)
    {
        "browserTime",
        "averageDaysBetweenVisits",
        "sessionCount",
        "activeActivities",
        "activeCampaigns",
        "categoryAffinity",
        "pcId",
        "thirdPartyId",
        "batch",
    };

    private static readonly string[] SystemPrefixes = ["user.", "mobile.", "geolocation.", "mbox"];

    /// <summary>Refuses a name that cannot be stored, and reports one that should not be.</summary>
    public static Refusal? Check(string name, ViolationLog violations)
    {
        if (name.Length == 0)
        {
            return new Refusal("NAME-1", "A parameter has an empty name.");
        }

        if (name.Length > ServiceLimits.NameLength)
        {
            return new Refusal("NAME-2", "A parameter name has more than 128 characters.");
        }

        if (name.StartsWith("profile.", StringComparison.Ordinal))
        {
            violations.Report("NAME-1", "A parameter name begins with profile., which Target adds itself.");
        }

        if (
            SystemNames.Contains(name)
            || Array.Exists(SystemPrefixes, prefix => name.StartsWith(prefix, StringComparison.Ordinal))
        )
        {
            violations.Report("NAME-3", "A parameter name is reserved for the system.");
        }

        return null;
    }
}
