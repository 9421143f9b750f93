using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>The name of a parameter can be addressed.</summary>
internal static class NameUnaddressable
{
    public const string Id = "PRF017";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "The name of a parameter can be addressed",
        "'{0}' is sent as '{1}', and audiences and scripts may not find a name that holds {2}; use letters without accents, digits, '_' and '-', and '.' between them",
        SchemaRules.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Other characters than A-Z, a-z, 0-9, '.', '_' and '-' are sent soundly, but cannot be addressed reliably (NAME-2).",
        helpLinkUri: RulesPage.LinkTo(Id)
    );
}
