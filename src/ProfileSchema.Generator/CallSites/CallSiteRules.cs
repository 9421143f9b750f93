using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Diagnostics;

namespace ProfileSchema.Generator.CallSites;

/// <summary>The rules for calls. Their ids start at 101, so that the ids of the schema rules are consecutive.</summary>
internal static class CallSiteRules
{
    /// <summary>The name of the derived type, if it has a contract of its own that the call can use.</summary>
    public const string OwnContractProperty = "OwnContract";

    public static readonly DiagnosticDescriptor SingleUpdateInLoop = new(
        "PRF101",
        "Use UpdateManyAsync for collections",
        "UpdateAsync is called for each item of a collection; use UpdateManyAsync",
        RuleCategories.Performance,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "An account can make 1,000,000 single updates a day. A batch file carries up to 500,000 profiles in one call.",
        helpLinkUri: RulePages.LinkTo("PRF101")
    );

    public static readonly DiagnosticDescriptor BulkResultUnread = new(
        "PRF102",
        "Do not ignore the result of a bulk update",
        "The result of '{0}' is ignored, so rejected or failed profiles go unnoticed; check it or assign it to '_'",
        RuleCategories.Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Rejected profiles and declined files don't throw an exception. Only the result reports them.",
        helpLinkUri: RulePages.LinkTo("PRF102")
    );

    public static readonly DiagnosticDescriptor DerivedProfileSentAsBase = new(
        "PRF103",
        "Do not send derived profiles as their base type",
        "'{0}' is sent as '{1}', so parameters declared in '{0}' are omitted; {2}",
        RuleCategories.Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A contract contains the members of its own type and of its base types only.",
        helpLinkUri: RulePages.LinkTo("PRF103")
    );

    public static readonly DiagnosticDescriptor SessionParametersTooMany = new(
        "PRF104",
        "Session updates should have at most 50 parameters",
        "'{0}' {1}; use UpdateAsync or a smaller profile",
        RuleCategories.Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A session update carries at most 50 values of at most 256 characters.",
        helpLinkUri: RulePages.LinkTo("PRF104")
    );

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        ImmutableArray.Create(SingleUpdateInLoop, BulkResultUnread, DerivedProfileSentAsBase, SessionParametersTooMany);
}
