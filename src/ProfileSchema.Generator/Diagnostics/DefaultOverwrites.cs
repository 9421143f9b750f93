using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>Parameters should not send default values unintentionally.</summary>
internal static class DefaultOverwrites
{
    public const string Id = "PRF023";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Parameters should not send default values unintentionally",
        "'{0}' is not nullable, so an unset value overwrites Target's value with default({1}); make it nullable, required, or initialize it",
        RuleCategories.Usage,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Null isn't sent and leaves Target's value unchanged. Zero and the default date are values, and are sent.",
        helpLinkUri: RulePages.LinkTo(Id)
    );
}
