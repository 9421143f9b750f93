using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>A format suits the type of its parameter.</summary>
internal static class FormatUnusable
{
    public const string Id = "PRF011";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "A format suits the type of its parameter",
        "'{0}' is of type '{1}', to which the format '{2}' does not apply; {3}",
        SchemaRules.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A format that is not applied would promise a form that is never sent.",
        helpLinkUri: RulesPage.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
