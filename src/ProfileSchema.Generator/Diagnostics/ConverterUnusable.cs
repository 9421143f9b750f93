using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>A converter takes the values of its member.</summary>
internal static class ConverterUnusable
{
    public const string Id = "PRF021";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "A converter takes the values of its member",
        "'{0}' does not convert '{1}'; let it be a class or struct that is accessible outside its file and implements IProfileConverter<{2}>",
        SchemaRules.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The contract calls the converter's static method with the value as it is.",
        helpLinkUri: RulesPage.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
