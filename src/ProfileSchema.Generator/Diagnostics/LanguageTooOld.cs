using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>Profiles require C# 11 or later.</summary>
internal static class LanguageTooOld
{
    public const string Id = "PRF013";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Profiles require C# 11 or later",
        "Generated code for '{0}' requires C# 11, but the project uses C# {1}; set LangVersion to 11.0 or later",
        RuleCategories.Design,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Generated code uses static abstract interface members and UTF-8 string literals, which C# 11 introduced.",
        helpLinkUri: RulePages.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
