using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Diagnostics;

namespace ProfileSchema.Generator.CallSites;

/// <summary>Somebody looks at the result of a bulk update.</summary>
internal static class BulkResultUnread
{
    public const string Id = "PRF102";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Somebody looks at the result of a bulk update",
        "The result of '{0}' is lost, and with it which profiles were rejected, refused or unconfirmed; look at it, or discard it openly with '_ ='",
        SchemaRules.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A profile that breaks a rule, and a file that the service refuses, do not throw: only the result tells of them.",
        helpLinkUri: RulesPage.LinkTo(Id)
    );
}
