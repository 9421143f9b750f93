using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>Types derived from a profile should be profiles.</summary>
internal static class DerivedTypeNotAnnotated
{
    public const string Id = "PRF030";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Types derived from a profile should be profiles",
        "Parameters added by '{0}' aren't sent, because it uses the contract of '{1}'; add [Profile]",
        RuleCategories.Design,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A contract contains the members of its own type and of its base types only.",
        helpLinkUri: RulePages.LinkTo(Id)
    );
}
