using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>A key is text, a GUID or an integer.</summary>
internal static class KeyTypeUnusable
{
    public const string Id = "PRF005";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "A key is text, a GUID or an integer",
        "'{0}' is of type '{1}', which cannot be a key; use string, Guid or an integer type",
        SchemaRules.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Other types have no single form as text by which a profile would be found again.",
        helpLinkUri: RulesPage.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
