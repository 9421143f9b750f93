using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>Attribute options must apply to the member.</summary>
internal static class OptionUnsuitable
{
    public const string Id = "PRF031";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Attribute options must apply to the member",
        "{0} can't be used on '{1}': {2}",
        RuleCategories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The option would have no effect.",
        helpLinkUri: RulePages.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
