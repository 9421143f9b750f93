using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>Flags have a separator.</summary>
internal static class FlagsWithoutSeparator
{
    public const string Id = "PRF024";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Flags have a separator",
        "'{0}' is of type '{1}', which is marked [Flags]: its flags are sent as a list, so say with which Separator, or send the number with Format = \"D\"",
        SchemaRules.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Several flags are several values, which audiences find by the separator between them (VALUE-5).",
        helpLinkUri: RulesPage.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
