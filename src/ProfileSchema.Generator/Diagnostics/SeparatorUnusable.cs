using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>Separators must not occur in values.</summary>
internal static class SeparatorUnusable
{
    public const string Id = "PRF019";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Separators must not occur in values",
        "The separator{0} of '{1}' is {2}; use a punctuation character such as '|', ',', or ';'",
        RuleCategories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A value that contains the separator is rejected, because it would be read as several values.",
        helpLinkUri: RulePages.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
