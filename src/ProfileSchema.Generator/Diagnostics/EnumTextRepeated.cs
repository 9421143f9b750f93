using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>The values of an enum are sent differently.</summary>
internal static class EnumTextRepeated
{
    public const string Id = "PRF026";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "The values of an enum are sent differently",
        "'{0}' and '{1}' are both sent as '{2}' for '{3}'; give one of them another [ProfileValue]",
        SchemaRules.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Two values that are one on the wire cannot be told apart by any audience.",
        helpLinkUri: RulesPage.LinkTo(Id)
    );
}
