using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Diagnostics;

namespace ProfileSchema.Generator.CallSites;

/// <summary>A profile that is sent in a session fits into one.</summary>
internal static class SessionParametersTooMany
{
    public const string Id = "PRF104";

    /// <summary>What one mbox of a call carries (DELIVERY-2).</summary>
    public const int Limit = 50;

    /// <summary>Characters that a value may have there, whatever its parameter allows elsewhere (VALUE-2).</summary>
    public const int ValueLength = 256;

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "A profile that is sent in a session fits into one",
        "'{0}' {1} is rejected; send it with 'UpdateAsync', or make a smaller profile for sessions",
        SchemaRules.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A session update carries at most 50 values (DELIVERY-2) of 256 characters (VALUE-2), so that whether a larger profile can be sent depends on what its members hold.",
        helpLinkUri: RulesPage.LinkTo(Id)
    );
}
