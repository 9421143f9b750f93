using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>A name should not be the beginning of another one.</summary>
internal static class NameInAnother
{
    public const string Id = "PRF035";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "A name should not be the beginning of another one",
        "'{0}' is sent as '{1}', and '{2}' as '{3}': one name is a value and the beginning of the other; give one of them another name",
        SchemaRules.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Dots stand for structure (NAME-4), in which a name is either a value or has parts.",
        helpLinkUri: RulesPage.LinkTo(Id)
    );
}
