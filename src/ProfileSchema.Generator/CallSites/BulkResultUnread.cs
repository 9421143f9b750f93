using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Diagnostics;

namespace ProfileSchema.Generator.CallSites;

/// <summary>Do not ignore the result of a bulk update.</summary>
internal static class BulkResultUnread
{
    public const string Id = "PRF102";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "Do not ignore the result of a bulk update",
        "The result of '{0}' is ignored, so rejected or failed profiles go unnoticed; check it or assign it to '_'",
        RuleCategories.Usage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Rejected profiles and declined files don't throw an exception. Only the result reports them.",
        helpLinkUri: RulePages.LinkTo(Id)
    );
}
