using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>Keys must be a string, GUID, or integer.</summary>
internal static class KeyTypeUnusable
{
    public const string Id = "PRF005";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Keys must be a string, GUID, or integer",
        "Key '{0}' has unsupported type '{1}'; use string, Guid, or an integer type",
        RuleCategories.Design,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Target finds a profile by the exact text of its key, and other types can be written as text in more than one way.",
        helpLinkUri: RulePages.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
