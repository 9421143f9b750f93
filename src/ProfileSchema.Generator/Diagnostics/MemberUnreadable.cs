using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>A marked member can be read from its profile.</summary>
internal static class MemberUnreadable
{
    public const string Id = "PRF010";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "A marked member can be read from its profile",
        "'{0}' {1}, so no value of a profile can be read from it; mark a field, or an instance property with a getter, that the profile's type has access to",
        SchemaRules.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A contract reads each marked member of each profile.",
        helpLinkUri: RulesPage.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
