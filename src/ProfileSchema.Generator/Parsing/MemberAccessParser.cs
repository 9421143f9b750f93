using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Diagnostics;
using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Finds how the nested contract class reads a member.</summary>
internal static class MemberAccessParser
{
    public static MemberAccess? Parse(ProfileContext context, AnnotatedMember member)
    {
        INamedTypeSymbol? through = Through(member.Holder, member.Source);
        if (Obstacle(context, member, through) is { } obstacle)
        {
            context.Report(SchemaRules.MemberUnreadable, member.NameLocation, member.Title, obstacle);
            return null;
        }

        context.Use(through);
        return new MemberAccess(Identifiers.Escape(member.Name), through?.ToSource(context.Aliases));
    }

    private static string? Obstacle(ProfileContext context, AnnotatedMember annotated, INamedTypeSymbol? through)
    {
        ISymbol member = annotated.Source;
        if (member.IsStatic)
        {
            return "is static";
        }

        if (member is IPropertySymbol { IsIndexer: true })
        {
            return "is an indexer";
        }

        if (member is IFieldSymbol { AssociatedSymbol: not null })
        {
            return "targets a backing field";
        }

        if (TypeReach.IsFileLocal(through))
        {
            return $"is declared by the file-local type '{through!.Name}'";
        }

        if (annotated.Holder.IsRefLikeType && through is { TypeKind: TypeKind.Interface })
        {
            return $"explicitly implements '{through.Name}' in a ref struct";
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
        return context.Compilation.IsSymbolAccessibleWithin(named, context.Type, through ?? annotated.Holder)
            ? null
            : $"isn't accessible from '{context.Type.Name}'";
    }

    private static IMethodSymbol? Getter(IPropertySymbol property) =>
        property.GetMethod ?? (property.OverriddenProperty is { } overridden ? Getter(overridden) : null);

    private static INamedTypeSymbol? Through(ITypeSymbol type, ISymbol member)
    {
        if (member is IPropertySymbol { ExplicitInterfaceImplementations: [{ } implemented, ..] })
        {
            return implemented.ContainingType;
        }

        if (type.TypeKind is TypeKind.Interface)
        {
            return SymbolEqualityComparer.Default.Equals(type, member.ContainingType) ? null : member.ContainingType;
        }

        for (
            ITypeSymbol? current = type;
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
