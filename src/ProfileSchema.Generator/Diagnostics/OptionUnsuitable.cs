using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>What an attribute says can be done.</summary>
internal static class OptionUnsuitable
{
    public const string Id = "PRF031";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "What an attribute says can be done",
        "{0} of '{1}' cannot be followed: {2}",
        SchemaRules.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "An option that is not followed would promise what is never sent.",
        helpLinkUri: RulesPage.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
