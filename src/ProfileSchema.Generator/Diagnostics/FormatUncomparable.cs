using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>A format writes what audiences can compare.</summary>
internal static class FormatUncomparable
{
    public const string Id = "PRF018";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "A format writes what audiences can compare",
        "The format '{1}' of '{0}' {2}; use one such as F2, 0.##, D or yyyy-MM-dd",
        SchemaRules.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Audiences compare as numbers only what is a plain number (VALUE-3), a date only if its text sorts, and an empty value changes nothing (VALUE-4).",
        helpLinkUri: RulesPage.LinkTo(Id)
    );
}
