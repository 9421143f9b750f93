using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>Profile types must have only one key.</summary>
internal static class KeyRepeated
{
    public const string Id = "PRF004";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Profile types must have only one key",
        "Profile '{2}' already has key '{1}'; remove [ProfileKey] from '{0}' or '{1}'",
        RuleCategories.Design,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "An update addresses one profile by one key.",
        helpLinkUri: RulePages.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
