using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>Flags combinations should use declared flags.</summary>
internal static class FlagUndeclared
{
    public const string Id = "PRF033";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Flags combinations should use declared flags",
        "'{0}' contains bits without a declared flag, so '{1}' values that use it are rejected; declare a flag for each bit",
        RuleCategories.Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Flags are sent by name, and a bit without a flag has no name.",
        helpLinkUri: RulePages.LinkTo(Id)
    );
}
