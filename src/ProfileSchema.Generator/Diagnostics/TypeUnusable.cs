using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Diagnostics;

/// <summary>A profile is an ordinary class, record or struct.</summary>
internal static class TypeUnusable
{
    public const string Id = "PRF002";

    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        "A profile is an ordinary class, record or struct",
        "'{0}' cannot have a contract because it is {1}; make it an ordinary class, record or struct",
        SchemaRules.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A contract is generic over the type, implements an interface on it, and stands in another file. Static types, ref structs and types local to their file do not allow that.",
        helpLinkUri: RulesPage.LinkTo(Id),
        customTags: WellKnownDiagnosticTags.NotConfigurable
    );
}
