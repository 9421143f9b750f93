using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Diagnostics;

namespace ProfileSchema.Generator.CallSites;

/// <summary>A profile is sent through the contract of its own type.</summary>
internal static class DerivedProfileSentAsBase
{
    public const string Id = "PRF103";

    /// <summary>Set if the derived type has a contract of its own, which the call can name instead.</summary>
    public const string OwnContractProperty = "OwnContract";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "A profile is sent through the contract of its own type",
        "A '{0}' is sent through the contract of its base '{1}', which leaves out what '{0}' adds; {2}",
        SchemaRules.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A contract knows the members of its own type and of that type's bases, and no others.",
        helpLinkUri: RulesPage.LinkTo(Id)
    );
}
