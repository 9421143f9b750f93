using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Collects the marked members of a profile: those of its base types first, each in order of declaration.</summary>
internal static class MarkedMembers
{
    public static ImmutableArray<MarkedMember> Of(ProfileContext context)
    {
        ImmutableArray<MarkedMember>.Builder found = ImmutableArray.CreateBuilder<MarkedMember>();
        foreach (INamedTypeSymbol type in FromBase(context.Type))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            foreach (ISymbol member in type.GetMembers())
            {
                Add(context, member, found);
            }
        }

        return found.ToImmutable();
    }

    private static void Add(ProfileContext context, ISymbol member, ImmutableArray<MarkedMember>.Builder found)
    {
        if (MarkedMember.TypeOf(member) is null)
        {
            return;
        }

        if (member.Name.Length == 0)
        {
            context.LeaveToCompiler();
            return;
        }

        AttributeData? key = member.FindAttribute(AttributeNames.Key);
        AttributeData? parameter = member.FindAttribute(AttributeNames.Parameter);
        if (key is null && parameter is null)
        {
            return;
        }

        // An override is the member that it overrides, in its place, under the override's own attributes.
        for (int i = 0; i < found.Count; i++)
        {
            if (Overrides(member, found[i].Symbol))
            {
                found[i] = new MarkedMember(context, member, key ?? found[i].Key, parameter ?? found[i].Parameter);
                return;
            }
        }

        found.Add(new MarkedMember(context, member, key, parameter));
    }

    private static bool Overrides(ISymbol member, ISymbol other)
    {
        for (
            IPropertySymbol? overridden = (member as IPropertySymbol)?.OverriddenProperty;
            overridden is not null;
            overridden = overridden.OverriddenProperty
        )
        {
            if (SymbolEqualityComparer.Default.Equals(overridden, other))
            {
                return true;
            }
        }

        return false;
    }

    private static Stack<INamedTypeSymbol> FromBase(INamedTypeSymbol type)
    {
        var types = new Stack<INamedTypeSymbol>();
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            types.Push(current);
        }

        return types;
    }
}
