using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>NullValue must be valid.</summary>
internal static class NullValueUnusable
{
    public const string Id = "PRF020";

    /// <summary>Set if a nullable member would fix it.</summary>
    public const string NeverNullProperty = "NeverNull";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "NullValue must be valid",
        "NullValue of '{0}' {1}",
        RuleCategories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The null replacement is sent in place of null and empty values, so it must be a valid value itself.",
        helpLinkUri: RulePages.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
