using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>The type of a parameter can be sent.</summary>
internal static class ParameterTypeUnsupported
{
    public const string Id = "PRF007";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "The type of a parameter can be sent",
        "'{0}' is of type '{1}', which cannot be sent; use string, char, bool, an integer type, Half, float, double, decimal, Guid, DateTime, DateTimeOffset, DateOnly, TimeOnly, TimeSpan, Uri, an enum, a type that formats itself (IUtf8SpanFormattable, ISpanFormattable) or has a [ProfileConverter], the nullable form or a collection of one of these, or a type with [ProfileParameter] members",
        SchemaRules.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "All values are sent as text (VALUE-1), and this type has no form as text that Target could compare.",
        helpLinkUri: RulesPage.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
