using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>A value that nobody chose is not sent.</summary>
internal static class DefaultOverwrites
{
    public const string Id = "PRF023";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "A value that nobody chose is not sent",
        "'{0}' is never null, so a profile in which nobody sets it overwrites what Target holds with default({1}); make it nullable, required, or give it a value",
        SchemaRules.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "What is null changes nothing (VALUE-4). Zero and the first day of the calendar are values, and are sent.",
        helpLinkUri: RulesPage.LinkTo(Id)
    );
}
