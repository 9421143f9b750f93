using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Diagnostics;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Finds annotated properties of interfaces that the implementing type doesn't annotate itself: attributes aren't inherited from interfaces.</summary>
internal static class InterfaceMembers
{
    /// <param name="found">The annotated members of the type itself and of its bases.</param>
    public static void Check(
        ProfileContext context,
        INamedTypeSymbol type,
        AnnotatedMember? root,
        IReadOnlyCollection<AnnotatedMember> found
    )
    {
        if (type.TypeKind is TypeKind.Interface)
        {
            return;
        }

        foreach (IPropertySymbol property in type.AllInterfaces.SelectMany(Properties))
        {
            ImmutableArray<AttributeData> attributes = context.Attributes.Of(property);
            bool isAnnotated =
                attributes.Find(AttributeNames.Parameter) is not null
                || attributes.Find(AttributeNames.Key) is not null;
            if (!isAnnotated || found.Any(member => member.Name == property.Name))
            {
                continue;
            }

            ISymbol? implementation = type.FindImplementationForInterfaceMember(property);
            bool isOwn =
                root is null && SymbolEqualityComparer.Default.Equals(implementation?.ContainingType, context.Type);
            context.Report(
                SchemaRules.AnnotatedNotSent,
                root?.NameLocation ?? (isOwn ? implementation!.Locations[0] : context.Location),
                $"{property.ContainingType.Name}.{property.Name}",
                $"'{type.Name}' doesn't inherit attributes from its interfaces; annotate the property of '{type.Name}' itself"
            );
        }
    }

    private static IEnumerable<IPropertySymbol> Properties(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IPropertySymbol>();
}
