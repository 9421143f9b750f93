using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>[ProfileValue] stands on a member of an enum.</summary>
internal static class ProfileValueMisplaced
{
    public const string Id = "PRF032";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "[ProfileValue] stands on a member of an enum",
        "'{0}' is no member of an enum, so [ProfileValue] says nothing of it; take it off",
        SchemaRules.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The attribute says as what a declared value of an enum is sent.",
        helpLinkUri: RulesPage.LinkTo(Id)
    );
}
