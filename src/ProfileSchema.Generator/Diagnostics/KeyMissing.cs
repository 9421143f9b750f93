using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>A profile has a key.</summary>
internal static class KeyMissing
{
    public const string Id = "PRF003";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "A profile has a key",
        "'{0}' has no key, so nobody could tell whose profile it is; mark one member with [ProfileKey]",
        SchemaRules.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Target finds the profile to update by its key.",
        helpLinkUri: RulesPage.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
