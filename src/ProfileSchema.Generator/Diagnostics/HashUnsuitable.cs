using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>A hash suits the type of its member.</summary>
internal static class HashUnsuitable
{
    public const string Id = "PRF028";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "A hash suits the type of its member",
        "'{0}' is of type '{1}', to which the hash {2} does not apply; {3}",
        SchemaRules.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Hashes are compared. That takes a value with one text, and text where it is to be normalised.",
        helpLinkUri: RulesPage.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
