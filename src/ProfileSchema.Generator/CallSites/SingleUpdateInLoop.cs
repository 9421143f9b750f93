using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Diagnostics;

namespace ProfileSchema.Generator.CallSites;

/// <summary>A collection of profiles is updated in bulk.</summary>
internal static class SingleUpdateInLoop
{
    public const string Id = "PRF101";

    /// <summary>The property that names how the loop is written, if it can be rewritten without a change of meaning.</summary>
    public const string LoopProperty = "Loop";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "A collection of profiles is updated in bulk",
        "'UpdateAsync' is called for each profile of a collection, one request each of the account's 1,000,000 a day; send them all with 'UpdateManyAsync'",
        SchemaRules.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Single updates are counted by account and day (SINGLE-5). A batch file takes up to 500,000 profiles in one call.",
        helpLinkUri: RulesPage.LinkTo(Id)
    );
}
