using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>A type derived from a profile is a profile.</summary>
internal static class DerivedTypeUnmarked
{
    public const string Id = "PRF030";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "A type derived from a profile is a profile",
        "'{0}' is sent through the contract of '{1}', which does not know the parameters that it adds; mark it [Profile] too",
        SchemaRules.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A contract knows the members of its own type and its bases. What a derived type adds would be left out in silence.",
        helpLinkUri: RulesPage.LinkTo(Id)
    );
}
