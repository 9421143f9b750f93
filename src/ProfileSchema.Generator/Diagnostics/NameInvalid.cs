using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>Parameter names must be valid.</summary>
internal static class NameInvalid
{
    public const string Id = "PRF008";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Parameter names must be valid",
        "The parameter name of '{0}' {1}",
        RuleCategories.Naming,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A parameter name has 1 to 128 characters, is valid Unicode, and doesn't start with 'profile.', which Target adds.",
        helpLinkUri: RulePages.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
