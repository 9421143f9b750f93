using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>Enum values should map to distinct text.</summary>
internal static class EnumTextRepeated
{
    public const string Id = "PRF026";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Enum values should map to distinct text",
        "'{0}' and '{1}' both map to '{2}' in '{3}'; change one [ProfileValue]",
        RuleCategories.Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Audiences can't distinguish two values that are sent as the same text.",
        helpLinkUri: RulePages.LinkTo(Id)
    );
}
