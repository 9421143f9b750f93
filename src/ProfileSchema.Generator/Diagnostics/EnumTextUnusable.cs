using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>What an enum is sent as can be sent.</summary>
internal static class EnumTextUnusable
{
    public const string Id = "PRF025";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "What an enum is sent as can be sent",
        "'{0}' of '{1}' would be sent {2}",
        SchemaRules.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Each declared value has a text of its own that Target can hold.",
        helpLinkUri: RulesPage.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
