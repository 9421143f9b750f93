using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>Parameter types must be supported.</summary>
internal static class ParameterTypeUnsupported
{
    public const string Id = "PRF007";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Parameter types must be supported",
        "Type '{1}' of parameter '{0}' isn't supported; use a supported type or add [ProfileConverter]",
        RuleCategories.Design,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "All values are sent as text, and this type has no text form that Target can compare.",
        helpLinkUri: RulePages.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
