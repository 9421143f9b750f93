using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>Flags parameters must specify a separator.</summary>
internal static class FlagsWithoutSeparator
{
    public const string Id = "PRF024";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Flags parameters must specify a separator",
        "'{0}' has [Flags] type '{1}'; set Separator to send names, or Format = \"D\" to send the number",
        RuleCategories.Usage,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Flags are sent as a list of names, and audiences must know which character separates them.",
        helpLinkUri: RulePages.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
