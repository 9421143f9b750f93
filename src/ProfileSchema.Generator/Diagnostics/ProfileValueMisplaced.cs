using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>[ProfileValue] should be used only on enum members.</summary>
internal static class ProfileValueMisplaced
{
    public const string Id = "PRF032";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "[ProfileValue] should be used only on enum members",
        "[ProfileValue] has no effect on '{0}'; remove it",
        RuleCategories.Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The attribute sets the text that an enum value is sent as.",
        helpLinkUri: RulePages.LinkTo(Id)
    );
}
