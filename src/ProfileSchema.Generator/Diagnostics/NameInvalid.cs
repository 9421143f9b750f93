using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>The name of a parameter can be sent.</summary>
internal static class NameInvalid
{
    public const string Id = "PRF008";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "The name of a parameter can be sent",
        "The name of '{0}' {1}",
        SchemaRules.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A name has 1 to 128 characters with a UTF-8 form, and no prefix that Target adds itself (NAME-1, NAME-2, URL-3).",
        helpLinkUri: RulesPage.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
