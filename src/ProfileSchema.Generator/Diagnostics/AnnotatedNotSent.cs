using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>What is annotated must be sent.</summary>
internal static class AnnotatedNotSent
{
    public const string Id = "PRF034";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "What is annotated must be sent",
        "'{0}' is annotated but isn't sent: {1}",
        SchemaRules.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The contract lacks a member that is annotated, so its values would be missing from every update.",
        helpLinkUri: RulesPage.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
