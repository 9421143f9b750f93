using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>Nested data has an end.</summary>
internal static class NestingCyclic
{
    public const string Id = "PRF022";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Nested data has an end",
        "'{0}' leads back to where it came from: {1}; unmark a member on the way",
        SchemaRules.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A branch that holds itself would have parameters without end.",
        helpLinkUri: RulesPage.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
