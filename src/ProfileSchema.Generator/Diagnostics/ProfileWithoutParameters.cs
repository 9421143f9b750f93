using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>A profile has parameters.</summary>
internal static class ProfileWithoutParameters
{
    public const string Id = "PRF012";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "A profile has parameters",
        "'{0}' has no parameters, so there is nothing to send of it; mark members with [ProfileParameter]",
        SchemaRules.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Only marked members are sent. An update without values changes nothing (SINGLE-8, BATCH-6).",
        helpLinkUri: RulesPage.LinkTo(Id)
    );
}
