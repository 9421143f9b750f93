using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>A mirror has what it mirrors.</summary>
internal static class MirrorUnknown
{
    public const string Id = "PRF029";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "A mirror has what it mirrors",
        "'{0}' mirrors nothing: {1}",
        SchemaRules.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Each member of such a class is read from the member of the same name and type in the type that the contract is for.",
        helpLinkUri: RulesPage.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
