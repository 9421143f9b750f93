using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Tells whether branches within branches would never end.</summary>
internal static class NestingRules
{
    /// <summary>A generic type that leads to ever other constructions of itself has no end either.</summary>
    private const int MaxConstructions = 4;

    /// <param name="path">The types that lead to a branch, the profile's own first and the branch's last.</param>
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
