using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>Formats should produce comparable values.</summary>
internal static class FormatUncomparable
{
    public const string Id = "PRF018";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Formats should produce comparable values",
        "Format '{1}' of '{0}' {2}; use a format such as F2, 0.##, D, or yyyy-MM-dd",
        RuleCategories.Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Audiences compare only plain numbers as numbers, dates compare as text, and an empty value isn't sent.",
        helpLinkUri: RulePages.LinkTo(Id)
    );
}
