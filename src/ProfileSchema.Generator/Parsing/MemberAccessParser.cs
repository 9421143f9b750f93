using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Diagnostics;
using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Finds how the contract, which is nested in the profile's type, reads a member.</summary>
internal static class MemberAccessParser
{
    public static MemberAccess? Parse(ProfileContext context, MarkedMember member)
    {
        INamedTypeSymbol? through = Through(context.Type, member.Symbol);
        if (Obstacle(context, member.Symbol, through) is { } obstacle)
        {
            context.Report(MemberUnreadable.Descriptor, member.NameLocation, member.Title, obstacle);
            return null;
        }

        return new MemberAccess(SourceNames.Escape(member.Name), through?.ToSource());
    }

    private static string? Obstacle(ProfileContext context, ISymbol member, INamedTypeSymbol? through)
    {
        if (member.IsStatic)
        {
            return "is static";
        }

        if (member is IPropertySymbol { IsIndexer: true })
        {
            return "is an indexer";
        }

        ISymbol? read = member is IPropertySymbol property ? Getter(property) : member;
        if (read is null)
        {
            return "has no getter";
        }

        // An explicit implementation is private, and is read through what it implements.
        ISymbol named = member is IPropertySymbol { ExplicitInterfaceImplementations: [{ } implemented, ..] }
            ? implemented
            : read;
        return context.Compilation.IsSymbolAccessibleWithin(named, context.Type, through ?? context.Type)
            ? null
            : $"cannot be read from '{context.Type.Name}'";
    }

    private static IMethodSymbol? Getter(IPropertySymbol property) =>
        property.GetMethod ?? (property.OverriddenProperty is { } overridden ? Getter(overridden) : null);

    private static INamedTypeSymbol? Through(INamedTypeSymbol type, ISymbol member)
    {
        if (member is IPropertySymbol { ExplicitInterfaceImplementations: [{ } implemented, ..] })
        {
            return implemented.ContainingType;
        }

        for (
            INamedTypeSymbol? current = type;
            current is not null && !SymbolEqualityComparer.Default.Equals(current, member.ContainingType);
            current = current.BaseType
        )
        {
            if (current.GetMembers(member.Name).Any(static hiding => !hiding.IsOverride))
            {
                return member.ContainingType;
            }
        }

        return null;
    }
}
