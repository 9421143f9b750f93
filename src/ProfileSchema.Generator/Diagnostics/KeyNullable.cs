using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>A key is not nullable.</summary>
internal static class KeyNullable
{
    public const string Id = "PRF006";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "A key is not nullable",
        "'{0}' may be null, but a profile without a key is nobody's; declare it as '{1}'",
        SchemaRules.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A profile whose key is null is rejected when it is sent. What may be null is therefore no key.",
        helpLinkUri: RulesPage.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
