using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>Contract members must match the target type.</summary>
internal static class MappedMemberUnknown
{
    public const string Id = "PRF029";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Contract members must match the target type",
        "'{0}' doesn't match a member of the target type: {1}",
        RuleCategories.Design,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Each mapped member is read from the member of the target type with the same name and type.",
        helpLinkUri: RulePages.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
