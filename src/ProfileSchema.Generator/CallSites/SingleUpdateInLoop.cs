using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Diagnostics;

namespace ProfileSchema.Generator.CallSites;

/// <summary>Use UpdateManyAsync for collections.</summary>
internal static class SingleUpdateInLoop
{
    public const string Id = "PRF101";

    /// <summary>The kind of loop, if it can be rewritten without a change of meaning.</summary>
    public const string LoopProperty = "Loop";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Use UpdateManyAsync for collections",
        "UpdateAsync is called for each item of a collection; use UpdateManyAsync",
        RuleCategories.Performance,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "An account can make 1,000,000 single updates a day. A batch file carries up to 500,000 profiles in one call.",
        helpLinkUri: RulePages.LinkTo(Id)
    );
}
