using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>Attribute values must be defined enum members.</summary>
internal static class AttributeValueUndefined
{
    public const string Id = "PRF014";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Attribute values must be defined enum members",
        "{0} isn't a defined value in the attribute on '{1}'; use one of {2}",
        RuleCategories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A number that was cast to the enum has no meaning for the generator.",
        helpLinkUri: RulePages.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
