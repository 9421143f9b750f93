using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>Formats must be valid for the parameter type.</summary>
internal static class FormatUnusable
{
    public const string Id = "PRF011";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Formats must be valid for the parameter type",
        "Format '{2}' isn't valid for '{0}' of type '{1}'; {3}",
        RuleCategories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The format would be ignored or would throw when the value is written.",
        helpLinkUri: RulePages.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
