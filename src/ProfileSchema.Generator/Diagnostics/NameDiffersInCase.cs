using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>Names differ in more than their case.</summary>
internal static class NameDiffersInCase
{
    public const string Id = "PRF016";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Names differ in more than their case",
        "'{0}' is sent as '{1}', and '{2}' as '{3}': names that differ in case only are different parameters; give one of them another name",
        SchemaRules.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Names are case-sensitive (URL-4), and people who make audiences from them are not.",
        helpLinkUri: RulesPage.LinkTo(Id)
    );
}
