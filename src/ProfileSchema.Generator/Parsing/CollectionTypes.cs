using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Parsing;

/// <summary>A collection type.</summary>
/// <param name="Element">The type of its elements.</param>
/// <param name="NeedsCast">Whether it is enumerated through <c>IEnumerable&lt;T&gt;</c>, because it has no usable enumerator.</param>
internal sealed record CollectionType(ITypeSymbol Element, CollectionAccess Access, bool NeedsCast = false);

/// <summary>Finds out which types are collections, and how their elements are read.</summary>
internal static class CollectionTypes
{
    private static readonly string[] Guards =
    [
        "System.ObsoleteAttribute",
        "System.Diagnostics.CodeAnalysis.ExperimentalAttribute",
    ];

    /// <summary>Reads a collection type. Returns null for other types, and for collections of more than one element type.</summary>
    public static CollectionType? Read(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            return array.Rank == 1 ? new(array.ElementType, CollectionAccess.Itself) : null;
        }

        if (type is not INamedTypeSymbol named)
        {
            return null;
        }

        return named.TypeArguments is [{ } element] && KnownAccess(named) is { } access
            ? new(element, access)
            : Enumerable(named);
    }

    /// <summary>Whether a value may be an <c>ImmutableArray&lt;T&gt;</c> behind an interface. A default one throws on each use.</summary>
    public static bool MayBeImmutableArray(ITypeSymbol type) =>
        $"{type.ContainingNamespace?.ToMetadata()}.{type.MetadataName}"
            is "System.Collections.Generic.IEnumerable`1"
                or "System.Collections.Generic.ICollection`1"
                or "System.Collections.Generic.IList`1"
                or "System.Collections.Generic.IReadOnlyCollection`1"
                or "System.Collections.Generic.IReadOnlyList`1"
                or "System.Collections.Immutable.IImmutableList`1";

    /// <summary>The kind of what is sent: the value, or each element if the type is only a collection. A string isn't a collection here.</summary>
    public static ScalarKind? SentKind(ITypeSymbol type) =>
        ScalarTypes.KindOf(type) ?? (Read(type) is { } collection ? ScalarTypes.KindOf(collection.Element) : null);

    private static CollectionAccess? KnownAccess(INamedTypeSymbol type) =>
        $"{type.ContainingNamespace.ToMetadata()}.{type.MetadataName}" switch
        {
            "System.Collections.Generic.List`1" => CollectionAccess.ListMemory,
            "System.Collections.Generic.IList`1" => CollectionAccess.Indexed,
            "System.Collections.Generic.IReadOnlyList`1" => CollectionAccess.Indexed,
            "System.Collections.Immutable.ImmutableArray`1" => CollectionAccess.ImmutableMemory,
            "System.ArraySegment`1" => CollectionAccess.SegmentMemory,
            "System.Memory`1" => CollectionAccess.Span,
            "System.ReadOnlyMemory`1" => CollectionAccess.Span,
            "System.Span`1" => CollectionAccess.Itself,
            "System.ReadOnlySpan`1" => CollectionAccess.Itself,
            _ => null,
        };

    private static CollectionType? Enumerable(INamedTypeSymbol type)
    {
        INamedTypeSymbol[] all =
        [
            .. type
                .AllInterfaces.Insert(0, type)
                .Where(static type =>
                    type.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T
                ),
        ];
        if (all is not [{ TypeArguments: [{ } element] }])
        {
            return null;
        }

        return type.TypeKind is TypeKind.Interface || HasEnumerator(type, element)
                ? new(element, CollectionAccess.Itself)
            : type.IsRefLikeType ? null
            : new(element, CollectionAccess.Itself, NeedsCast: true);
    }

    /// <summary>Whether <c>foreach</c> can use the enumerator of the type itself, which often is a struct.</summary>
    private static bool HasEnumerator(INamedTypeSymbol type, ITypeSymbol element) =>
        Find<IMethodSymbol>(type, "GetEnumerator") is { Parameters: [], Arity: 0 } method
        && Find<IMethodSymbol>(method.ReturnType, "MoveNext")
            is { Parameters: [], Arity: 0, ReturnType.SpecialType: SpecialType.System_Boolean }
        && Find<IPropertySymbol>(method.ReturnType, "Current")
            is { GetMethod: { DeclaredAccessibility: Accessibility.Public } getter } current
        && !IsGuarded(getter)
        && SymbolEqualityComparer.Default.Equals(current.Type, element);

    /// <summary>The public instance member of that name, unless its use is reported.</summary>
    private static TMember? Find<TMember>(ITypeSymbol type, string name)
        where TMember : class, ISymbol
    {
        IEnumerable<ITypeSymbol> holders =
            type.TypeKind is TypeKind.Interface ? type.AllInterfaces.Prepend<ITypeSymbol>(type) : WithBases(type);
        return
            holders.Select(holder => holder.GetMembers(name)).FirstOrDefault(static members => !members.IsEmpty)
                is { IsDefault: false } found
            && found
                .OfType<TMember>()
                .FirstOrDefault(static member => member is not IMethodSymbol { Parameters: [_, ..] })
                is { IsStatic: false, DeclaredAccessibility: Accessibility.Public } member
            && !IsGuarded(member)
            ? member
            : null;
    }

    /// <summary>Whether the compiler reports each use of a member.</summary>
    private static bool IsGuarded(ISymbol member) =>
        Array.Exists(Guards, guard => member.FindAttribute(guard) is not null);

    private static IEnumerable<ITypeSymbol> WithBases(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }
}
