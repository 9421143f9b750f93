using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>Profile types should have parameters.</summary>
internal static class ProfileWithoutParameters
{
    public const string Id = "PRF012";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Profile types should have parameters",
        "Profile '{0}' has no parameters, so no data is sent; add [ProfileParameter] to its members",
        RuleCategories.Design,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Only annotated members are sent, and an update without values changes nothing.",
        helpLinkUri: RulePages.LinkTo(Id)
    );
}
