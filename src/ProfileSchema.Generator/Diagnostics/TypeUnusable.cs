using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>Profile types must not be static, ref-like, or file-local.</summary>
internal static class TypeUnusable
{
    public const string Id = "PRF002";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Profile types must not be static, ref-like, or file-local",
        "'{0}' can't be a profile because it is {1}",
        RuleCategories.Design,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The generated contract is in another file, uses the type as a type argument, and implements an interface on it.",
        helpLinkUri: RulePages.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
