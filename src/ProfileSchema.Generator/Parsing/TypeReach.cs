using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Tells from where a type can be named.</summary>
internal static class TypeReach
{
    /// <summary>Whether only its own file can name the type. The contract is in another one.</summary>
    public static bool IsFileLocal(ITypeSymbol? type) => Parts(type).Any(static part => part.IsFileLocal);

    /// <summary>Whether whoever reaches a member of that accessibility in a type reaches another type too.</summary>
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
                // What is hidden in a type reaches as far as what is as hidden in the same type, or in one within it.
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
