using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>A combination of flags consists of declared ones.</summary>
internal static class FlagUndeclared
{
    public const string Id = "PRF033";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "A combination of flags consists of declared ones",
        "'{0}' has bits that no single flag stands for, so a '{1}' that holds it is rejected: declare a flag for each bit, or combine the declared ones",
        SchemaRules.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Flags are sent by their names, one by one. A bit without a name has nothing to be sent as, and nothing is left out in silence.",
        helpLinkUri: RulesPage.LinkTo(Id)
    );
}
