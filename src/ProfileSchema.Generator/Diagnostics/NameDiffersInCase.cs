using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>Parameter names should differ by more than case.</summary>
internal static class NameDiffersInCase
{
    public const string Id = "PRF016";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Parameter names should differ by more than case",
        "Parameter names '{1}' ('{0}') and '{3}' ('{2}') differ only by case; rename one of them",
        RuleCategories.Naming,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Target compares names by case, and the authors of audiences easily take one name for the other.",
        helpLinkUri: RulePages.LinkTo(Id)
    );
}
