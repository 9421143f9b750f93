using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Diagnostics;

namespace ProfileSchema.Generator.CallSites;

/// <summary>Do not send derived profiles as their base type.</summary>
internal static class DerivedProfileSentAsBase
{
    public const string Id = "PRF103";

    /// <summary>The name of the derived type, if it has a contract of its own that the call can use.</summary>
    public const string OwnContractProperty = "OwnContract";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Do not send derived profiles as their base type",
        "'{0}' is sent as '{1}', so parameters declared in '{0}' are omitted; {2}",
        RuleCategories.Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A contract contains the members of its own type and of its base types only.",
        helpLinkUri: RulePages.LinkTo(Id)
    );
}
