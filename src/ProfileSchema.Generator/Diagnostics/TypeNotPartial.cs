using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>Profile types must be partial.</summary>
internal static class TypeNotPartial
{
    public const string Id = "PRF001";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Profile types must be partial",
        "'{0}' must be declared partial so that code for profile '{1}' can be generated; add 'partial' to its declaration",
        RuleCategories.Design,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The generated contract is a nested member of the type, so the type and the types around it must be partial.",
        helpLinkUri: RulePages.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
