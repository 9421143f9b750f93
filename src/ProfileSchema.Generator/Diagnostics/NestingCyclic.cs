using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>Nested parameters must not be recursive.</summary>
internal static class NestingCyclic
{
    public const string Id = "PRF022";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Nested parameters must not be recursive",
        "'{0}' is part of a cycle: {1}; remove [ProfileParameter] from one of these members",
        RuleCategories.Design,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Each member of a nested object becomes a parameter, so an object that contains itself would have an infinite number of parameters.",
        helpLinkUri: RulePages.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
