using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>Parameter names must not be reserved.</summary>
internal static class NameReserved
{
    public const string Id = "PRF015";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Parameter names must not be reserved",
        "Parameter name '{1}' of '{0}' is reserved for {2}; choose another name",
        RuleCategories.Naming,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Target, profile scripts, and the request itself use these names, so the value would be lost or overwrite theirs.",
        helpLinkUri: RulePages.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
