using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProfileSchema.Generator.Diagnostics;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Finds attributes of the schema language that have no effect.</summary>
internal static class UnannotatedTypes
{
    /// <summary><c>TypeKind.Extension</c>, which the oldest compiler that loads this doesn't have.</summary>
    private const int ExtensionBlock = 14;

    public static IEnumerable<Diagnostic> Check(INamedTypeSymbol type, CancellationToken cancellation)
    {
        if (type.TypeKind is TypeKind.Enum)
        {
            yield break;
        }

        foreach (ISymbol member in type.GetMembers())
        {
            if (member is IFieldSymbol && member.FindAttribute(AttributeNames.Value) is { } value)
            {
                Location location = value.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax syntax
                    ? syntax.Name.GetLocation()
                    : member.Locations[0];
                yield return Diagnostic.Create(
                    SchemaRules.ProfileValueMisplaced,
                    location,
                    $"{type.Name}.{member.Name}"
                );
            }
        }

        foreach (ISymbol member in OfNoInstance(type).Where(HiddenMembers.IsAnnotated))
        {
            yield return Diagnostic.Create(
                SchemaRules.AnnotatedNotSent,
                member.Locations[0],
                $"{type.Name}.{member.Name}",
                "it belongs to a static class; annotate a field or property of the profile itself"
            );
        }

        // Only instances are sent, and those of an abstract type are of a type that derives from it.
        if (
            !type.IsAbstract
            && ProfileParser.FindAttribute(type) is null
            && Profile(type) is { } profile
            && HasParametersBesides(type, profile)
        )
        {
            yield return Diagnostic.Create(
                SchemaRules.DerivedTypeNotAnnotated,
                type.Locations[0],
                type.Name,
                profile.Name
            );
        }
    }

    /// <summary>The members of a static class, those of its extension blocks (C# 14) among them.</summary>
    private static IEnumerable<ISymbol> OfNoInstance(INamedTypeSymbol type) =>
        type.IsStatic && ProfileParser.FindAttribute(type) is null
            ? type.GetMembers()
                .Concat(
                    type.GetTypeMembers()
                        .Where(static nested => (int)nested.TypeKind == ExtensionBlock)
                        .SelectMany(static block => block.GetMembers())
                )
            : [];

    private static INamedTypeSymbol? Profile(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (current.FindAttribute(AttributeNames.Profile) is not null)
            {
                return current;
            }
        }

        return null;
    }

    /// <summary>Whether the type, or one between it and the profile that it derives from, has parameters.</summary>
    private static bool HasParametersBesides(INamedTypeSymbol type, INamedTypeSymbol profile)
    {
        for (
            INamedTypeSymbol? current = type;
            current is not null && !SymbolEqualityComparer.Default.Equals(current, profile);
            current = current.BaseType
        )
        {
            bool isReported = !SymbolEqualityComparer.Default.Equals(current, type) && !current.IsAbstract;
            if (!isReported && HasOwnParameters(current))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasOwnParameters(INamedTypeSymbol type) =>
        type.GetMembers().Any(static member => member.FindAttribute(AttributeNames.Parameter) is not null);
}
