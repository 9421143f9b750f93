using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>Keys must not be nullable.</summary>
internal static class KeyNullable
{
    public const string Id = "PRF006";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Keys must not be nullable",
        "Key '{0}' is nullable; declare it as '{1}'",
        RuleCategories.Design,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A profile whose key is null is rejected when it is sent.",
        helpLinkUri: RulePages.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
