using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>Converters must support the member type.</summary>
internal static class ConverterUnusable
{
    public const string Id = "PRF021";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Converters must support the member type",
        "Converter '{0}' can't convert '{1}'; use an accessible class or struct that implements IProfileConverter<{2}>",
        RuleCategories.Design,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The generated contract calls the static method of the converter with the value of the member or of its elements.",
        helpLinkUri: RulePages.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
