using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>A profile and the types around it are partial.</summary>
internal static class TypeNotPartial
{
    public const string Id = "PRF001";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "A profile and the types around it are partial",
        "'{0}' is not partial, so the contract of '{1}' cannot be generated into it; add 'partial' to its declaration",
        SchemaRules.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The contract is generated as a member of the type, which lets it read private members. That takes a partial type inside partial types.",
        helpLinkUri: RulesPage.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
