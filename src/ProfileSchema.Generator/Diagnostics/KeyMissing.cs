using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>Profile types must have a key.</summary>
internal static class KeyMissing
{
    public const string Id = "PRF003";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Profile types must have a key",
        "Profile '{0}' has no key; add [ProfileKey] to the member that identifies the visitor",
        RuleCategories.Design,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Target finds the profile to update by its key.",
        helpLinkUri: RulePages.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
