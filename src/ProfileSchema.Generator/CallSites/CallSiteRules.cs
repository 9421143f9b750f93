using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.CallSites;

/// <summary>The rules that calls are held to. Their ids start at 101, so that the rules of the schema stay together.</summary>
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
