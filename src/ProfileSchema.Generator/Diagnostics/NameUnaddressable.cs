using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>Parameter names should use only A-Z, a-z, 0-9, '.', '_', and '-'.</summary>
internal static class NameUnaddressable
{
    public const string Id = "PRF017";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Parameter names should use only A-Z, a-z, 0-9, '.', '_', and '-'",
        "Parameter name '{1}' of '{0}' contains {2}, which audiences and profile scripts might not match; use only A-Z, a-z, 0-9, '_', '-', and '.' between parts",
        RuleCategories.Naming,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Other characters are transmitted correctly, but audiences and profile scripts can't reliably refer to them.",
        helpLinkUri: RulePages.LinkTo(Id)
    );
}
