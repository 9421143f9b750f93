using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Finds nested objects that contain themselves.</summary>
internal static class NestingRules
{
    /// <summary>A generic type can also contain ever different constructions of itself.</summary>
    private const int MaxConstructions = 4;

    /// <param name="path">The types that lead to a nested object, from the profile to the nested object.</param>
    public static bool IsCycle(ImmutableArray<ITypeSymbol> path)
    {
        ITypeSymbol last = path[path.Length - 1];
        int constructions = 0;
        for (int i = 0; i < path.Length - 1; i++)
        {
            if (SymbolEqualityComparer.Default.Equals(path[i], last))
            {
                return true;
            }

            if (SymbolEqualityComparer.Default.Equals(path[i].OriginalDefinition, last.OriginalDefinition))
            {
                constructions++;
            }
        }

        return constructions >= MaxConstructions;
    }
}
