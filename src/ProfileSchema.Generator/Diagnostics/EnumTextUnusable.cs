using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>Enum values must map to valid text.</summary>
internal static class EnumTextUnusable
{
    public const string Id = "PRF025";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Enum values must map to valid text",
        "Enum value '{0}' of parameter '{1}' maps to {2}",
        RuleCategories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Each defined value needs text that can be sent.",
        helpLinkUri: RulePages.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
