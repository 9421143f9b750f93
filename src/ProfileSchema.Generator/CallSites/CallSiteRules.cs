using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.CallSites;

/// <summary>The rules for calls. Their ids start at 101, so that the ids of the schema rules are consecutive.</summary>
internal static class CallSiteRules
{
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
        ImmutableArray.Create(
            SingleUpdateInLoop.Descriptor,
            BulkResultUnread.Descriptor,
            DerivedProfileSentAsBase.Descriptor,
            SessionParametersTooMany.Descriptor
        );
}
