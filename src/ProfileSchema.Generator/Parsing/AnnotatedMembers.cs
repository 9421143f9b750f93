using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Collects the annotated members of a type: those of its base types first, in order of declaration.</summary>
internal static class AnnotatedMembers
{
    /// <summary>The members of the profile itself.</summary>
    public static ImmutableArray<AnnotatedMember> Of(ProfileContext context) => Of(context, context.Type, root: null);

    /// <summary>The members of a nested object, or none if the type isn't one.</summary>
    public static ImmutableArray<AnnotatedMember> OfNestedObject(
        ProfileContext context,
        ITypeSymbol type,
        AnnotatedMember member
    ) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } nested
            ? Of(context, nested, member.Root ?? member).RemoveAll(static annotated => annotated.Parameter is null)
            : ImmutableArray<AnnotatedMember>.Empty;

    private static ImmutableArray<AnnotatedMember> Of(
        ProfileContext context,
        INamedTypeSymbol holder,
        AnnotatedMember? root
    )
    {
        ImmutableArray<AnnotatedMember>.Builder found = ImmutableArray.CreateBuilder<AnnotatedMember>();
        foreach (INamedTypeSymbol type in FromBase(holder))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            foreach (ISymbol symbol in type.GetMembers())
            {
                if (Read(context, symbol, holder, root) is { } member)
                {
                    Add(member, found);
                }
            }
        }

        if (root is null || found.Any(static member => member.Parameter is not null))
        {
            InterfaceMembers.Check(context, holder, root, found);
            context.Holders.Add((holder, root));
        }

        return found.ToImmutable();
    }

    private static AnnotatedMember? Read(
        ProfileContext context,
        ISymbol symbol,
        INamedTypeSymbol holder,
        AnnotatedMember? root
    )
    {
        if (symbol is not (IPropertySymbol or IFieldSymbol))
        {
            return null;
        }

        if (symbol.Name.Length == 0)
        {
            context.LeaveToCompiler();
            return null;
        }

        ImmutableArray<AttributeData> attributes = context.Attributes.Of(symbol);
        AttributeData? key = attributes.Find(AttributeNames.Key);
        AttributeData? parameter = attributes.Find(AttributeNames.Parameter);
        AttributeData? converter = attributes.Find(AttributeNames.Converter);
        if (key is null && parameter is null && converter is null)
        {
            return null;
        }

        // An override inherits what it doesn't repeat, above all a converter or a hash.
        foreach (IPropertySymbol overridden in AnnotatedMember.Overridden(symbol))
        {
            attributes = context.Attributes.Of(overridden);
            key ??= attributes.Find(AttributeNames.Key);
            parameter ??= attributes.Find(AttributeNames.Parameter);
            converter ??= attributes.Find(AttributeNames.Converter);
        }

        return key is null && parameter is null
            ? null
            : new(context, symbol, key, parameter, holder, root) { Converter = converter };
    }

    /// <summary>An override takes the place of the member that it overrides.</summary>
    private static void Add(AnnotatedMember member, ImmutableArray<AnnotatedMember>.Builder found)
    {
        for (int i = 0; i < found.Count; i++)
        {
            if (AnnotatedMember.Overridden(member.Symbol).Contains(found[i].Symbol, SymbolEqualityComparer.Default))
            {
                found[i] = member;
                return;
            }
        }

        found.Add(member);
    }

    private static Stack<INamedTypeSymbol> FromBase(INamedTypeSymbol type)
    {
        var types = new Stack<INamedTypeSymbol>();
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            types.Push(current);
        }

        if (type.TypeKind is TypeKind.Interface)
        {
            foreach (INamedTypeSymbol inherited in type.AllInterfaces)
            {
                types.Push(inherited);
            }
        }

        return types;
    }
}
