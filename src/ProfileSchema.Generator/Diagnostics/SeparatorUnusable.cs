using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>A separator can be told from the elements.</summary>
internal static class SeparatorUnusable
{
    public const string Id = "PRF019";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "A separator can be told from the elements",
        "The separator{0} of '{1}' is {2}; use a mark such as '|', ',' or ';'",
        SchemaRules.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Elements are told apart by a character that they do not hold (VALUE-5).",
        helpLinkUri: RulesPage.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
