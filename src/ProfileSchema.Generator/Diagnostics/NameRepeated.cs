using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>The parameters of a profile have different names.</summary>
internal static class NameRepeated
{
    public const string Id = "PRF009";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "The parameters of a profile have different names",
        "'{0}' is sent as '{1}', and so is '{2}'; give one of them another name",
        SchemaRules.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Of two values under one name, one would be lost.",
        helpLinkUri: RulesPage.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
