using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>The values of the attributes are declared ones.</summary>
internal static class AttributeValueUndefined
{
    public const string Id = "PRF014";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "The values of the attributes are declared ones",
        "The value {0} in an attribute of '{1}' is not declared; use one of {2}",
        SchemaRules.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A number that was cast to an enum says nothing that a contract could follow.",
        helpLinkUri: RulesPage.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
