using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>Profiles take C# 11 or later.</summary>
internal static class LanguageTooOld
{
    public const string Id = "PRF013";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Profiles take C# 11 or later",
        "The contract of '{0}' takes C# 11, and this project uses C# {1}; set <LangVersion> to 11 or later",
        SchemaRules.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Contracts are static abstract members of an interface, and their constants are UTF-8 literals; both came with C# 11.",
        helpLinkUri: RulesPage.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
