using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Collects the marked members of a type: those of its base types first, each in order of declaration.</summary>
internal static class MarkedMembers
{
    /// <summary>The members of the profile itself.</summary>
    public static ImmutableArray<MarkedMember> Of(ProfileContext context) => Of(context, context.Type, root: null);

    /// <summary>The members of a branch, or none if the type is none.</summary>
    public static ImmutableArray<MarkedMember> OfBranch(
        ProfileContext context,
        ITypeSymbol type,
        MarkedMember member
    ) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } branch
            ? Of(context, branch, member.Root ?? member).RemoveAll(static marked => marked.Parameter is null)
            : ImmutableArray<MarkedMember>.Empty;

    private static ImmutableArray<MarkedMember> Of(ProfileContext context, INamedTypeSymbol holder, MarkedMember? root)
    {
        ImmutableArray<MarkedMember>.Builder found = ImmutableArray.CreateBuilder<MarkedMember>();
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

    private static MarkedMember? Read(
        ProfileContext context,
        ISymbol symbol,
        INamedTypeSymbol holder,
        MarkedMember? root
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

        // What an override does not repeat is as its base says: above all, that a value is converted or hashed.
        foreach (IPropertySymbol overridden in MarkedMember.Overridden(symbol))
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

    /// <summary>An override is the member that it overrides, in its place, under the override's own attributes.</summary>
    private static void Add(MarkedMember member, ImmutableArray<MarkedMember>.Builder found)
    {
        for (int i = 0; i < found.Count; i++)
        {
            if (MarkedMember.Overridden(member.Symbol).Contains(found[i].Symbol, SymbolEqualityComparer.Default))
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
