using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Parsing;

/// <summary>
/// Finds what only obsolete code may use, because its use is a compile-time error, <c>[Obsolete("…", error: true)]</c>. A
/// contract that reads such a member is marked obsolete itself.
/// </summary>
internal static class ForbiddenUse
{
    private const string Obsolete = "System.ObsoleteAttribute";

    public static bool IsIn(ISymbol? symbol) =>
        symbol switch
        {
            null => false,
            IPropertySymbol property => IsForbidden(property)
                || IsForbidden(property.ContainingType)
                || (property.GetMethod is { } getter && IsForbidden(getter)),
            IFieldSymbol field => IsForbidden(field) || IsForbidden(field.ContainingType),
            IArrayTypeSymbol array => IsIn(array.ElementType),
            INamedTypeSymbol { TypeKind: TypeKind.Enum } constants => IsForbidden(constants)
                || constants.GetMembers().Any(IsForbidden),
            INamedTypeSymbol type => IsForbidden(type) || type.TypeArguments.Any(IsIn),
            _ => false,
        };

    private static bool IsForbidden(ISymbol symbol) =>
        symbol.FindAttribute(Obsolete) is { ConstructorArguments: [_, { Value: true }] };
}
