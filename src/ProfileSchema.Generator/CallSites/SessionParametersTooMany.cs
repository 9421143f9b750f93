using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Diagnostics;

namespace ProfileSchema.Generator.CallSites;

/// <summary>Session updates should have at most 50 parameters.</summary>
internal static class SessionParametersTooMany
{
    public const string Id = "PRF104";

    /// <summary>What one mbox of a call carries (DELIVERY-2).</summary>
    public const int Limit = 50;

    /// <summary>Characters that a value may have there, whatever its parameter allows elsewhere (VALUE-2).</summary>
    public const int ValueLength = 256;

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Session updates should have at most 50 parameters",
        "'{0}' {1}; use UpdateAsync or a smaller profile",
        RuleCategories.Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A session update carries at most 50 values of at most 256 characters.",
        helpLinkUri: RulePages.LinkTo(Id)
    );
}
