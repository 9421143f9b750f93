using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>Annotated members must be sent.</summary>
internal static class AnnotatedNotSent
{
    public const string Id = "PRF034";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Annotated members must be sent",
        "'{0}' is annotated but isn't sent: {1}",
        RuleCategories.Design,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The contract doesn't contain the member, so its values would be missing from every update.",
        helpLinkUri: RulePages.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
