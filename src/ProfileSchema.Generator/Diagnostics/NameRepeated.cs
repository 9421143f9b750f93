using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>Parameter names must be unique.</summary>
internal static class NameRepeated
{
    public const string Id = "PRF009";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Parameter names must be unique",
        "Parameter name '{1}' is used by both '{0}' and '{2}'; rename one of them",
        RuleCategories.Naming,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Only one of two values with the same name would reach Target.",
        helpLinkUri: RulePages.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
