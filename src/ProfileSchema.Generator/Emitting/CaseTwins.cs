using System.Collections.Immutable;
using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Emitting;

/// <summary>The profiles whose names differ in case only. The compiler takes the names of their files for the same.</summary>
internal static class CaseTwins
{
    public static EquatableArray<string> Among(ImmutableArray<string> metadataNames) =>
        [
            .. metadataNames
                .GroupBy(static name => name, StringComparer.OrdinalIgnoreCase)
                .Where(static twins => twins.Skip(1).Any())
                .SelectMany(static twins => twins)
                .OrderBy(static name => name, StringComparer.Ordinal),
        ];
}
