using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Determines where a type is accessible.</summary>
internal static class TypeReach
{
    /// <summary>Whether the type is file-local. The contract is in another file.</summary>
    public static bool IsFileLocal(ITypeSymbol? type) => Parts(type).Any(static part => part.IsFileLocal);

    /// <summary>Whether a type is at least as accessible as a member of another type.</summary>
    public static bool Covers(ITypeSymbol type, INamedTypeSymbol holder, Accessibility member) =>
        Parts(type).All(part => Covers(part, holder, member));

    private static bool Covers(INamedTypeSymbol part, INamedTypeSymbol holder, Accessibility member)
    {
        switch (part.DeclaredAccessibility)
        {
            case Accessibility.Public:
                return true;
            case Accessibility.Internal or Accessibility.ProtectedOrInternal:
                return member is not Accessibility.Public
                    || Levels(holder).Any(static level => level.DeclaredAccessibility is not Accessibility.Public);
            default:
                // A private or protected type is as accessible as another one in the same type, or in a type within it.
                return Levels(holder)
                    .Any(level =>
                        level.ContainingType is { } outer
                        && (
                            level.DeclaredAccessibility is Accessibility.Private
                                ? Levels(outer).Contains(part.ContainingType, SymbolEqualityComparer.Default)
                                : level.DeclaredAccessibility == part.DeclaredAccessibility
                                    && SymbolEqualityComparer.Default.Equals(outer, part.ContainingType)
                        )
                    );
        }
    }

    /// <summary>The named types that a type is made of: itself, its containing types and type arguments.</summary>
    private static IEnumerable<INamedTypeSymbol> Parts(ITypeSymbol? type) =>
        type switch
        {
            IArrayTypeSymbol array => Parts(array.ElementType),
            INamedTypeSymbol named => Levels(named)
                .SelectMany(static level => level.TypeArguments.SelectMany(Parts).Prepend(level)),
            _ => [],
        };

    /// <summary>A type and all that contain it.</summary>
    private static IEnumerable<INamedTypeSymbol> Levels(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? level = type; level is not null; level = level.ContainingType)
        {
            yield return level;
        }
    }
}
