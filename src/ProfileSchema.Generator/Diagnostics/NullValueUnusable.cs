using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>A NullValue can stand for nothing.</summary>
internal static class NullValueUnusable
{
    public const string Id = "PRF020";

    /// <summary>The property that says that a nullable member would do.</summary>
    public const string NeverNullProperty = "NeverNull";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "A NullValue can stand for nothing",
        "The NullValue of '{0}' {1}",
        SchemaRules.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "An agreed word stands for null and for empty, because an empty value changes nothing (VALUE-4).",
        helpLinkUri: RulesPage.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
