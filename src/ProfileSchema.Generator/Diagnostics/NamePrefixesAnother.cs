using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>Parameter names should not be prefixes of other parameter names.</summary>
internal static class NamePrefixesAnother
{
    public const string Id = "PRF035";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Parameter names should not be prefixes of other parameter names",
        "Parameter names '{1}' ('{0}') and '{3}' ('{2}') overlap: one is a value and the prefix of the other; rename one of them",
        RuleCategories.Naming,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Dots separate the parts of a name, and a name can't be both a value and a group of values.",
        helpLinkUri: RulePages.LinkTo(Id)
    );
}
