using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>Annotated members must be readable.</summary>
internal static class MemberUnreadable
{
    public const string Id = "PRF010";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Annotated members must be readable",
        "'{0}' {1} and can't be read; annotate a field or an instance property with an accessible getter",
        RuleCategories.Design,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The generated contract reads each annotated member of each profile.",
        helpLinkUri: RulePages.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
