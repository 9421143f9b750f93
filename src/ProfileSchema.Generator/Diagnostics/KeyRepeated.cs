using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>A profile has only one key.</summary>
internal static class KeyRepeated
{
    public const string Id = "PRF004";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "A profile has only one key",
        "'{0}' is a second key beside '{1}'; leave [ProfileKey] on one member of '{2}' only",
        SchemaRules.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "An update names one profile, by one key.",
        helpLinkUri: RulesPage.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
