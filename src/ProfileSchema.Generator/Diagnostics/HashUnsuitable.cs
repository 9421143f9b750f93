using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>Hash must be valid for the member type.</summary>
internal static class HashUnsuitable
{
    public const string Id = "PRF028";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Hash must be valid for the member type",
        "Hash {2} isn't valid for '{0}' of type '{1}'; {3}",
        RuleCategories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Hashes are compared, so the value must have exactly one text form. Email and phone hashes normalize text.",
        helpLinkUri: RulePages.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
