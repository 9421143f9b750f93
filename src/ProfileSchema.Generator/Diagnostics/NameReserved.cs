using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>The name of a parameter is not taken.</summary>
internal static class NameReserved
{
    public const string Id = "PRF015";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "The name of a parameter is not taken",
        "'{0}' is sent as '{1}', which belongs to {2}; give it another name",
        SchemaRules.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Profile scripts, Target and its requests have names of their own, under which a value would be lost or overwrite theirs (NAME-3).",
        helpLinkUri: RulesPage.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
