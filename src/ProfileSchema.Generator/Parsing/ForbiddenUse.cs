using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Parsing;

/// <summary>
/// Finds members whose use is a compile-time error, <c>[Obsolete("…", error: true)]</c>. Only code that is itself obsolete
/// may read them, so their contract is marked so.
/// </summary>
internal static class ForbiddenUse
{
    private const string Obsolete = "System.ObsoleteAttribute";

    public static bool IsIn(ISymbol member)
    {
        ITypeSymbol? type = MarkedMember.TypeOf(member);
        return IsForbidden(member)
            || IsForbidden(member.ContainingType)
            || (member is IPropertySymbol { GetMethod: { } getter } && IsForbidden(getter))
            || (type is not null && IsForbidden(ScalarTypes.Beneath(type)))
            || (
                type is not null
                && ScalarTypes.Beneath(type) is { TypeKind: TypeKind.Enum } constants
                && constants.GetMembers().Any(IsForbidden)
            );
    }

    private static bool IsForbidden(ISymbol symbol) =>
        symbol.FindAttribute(Obsolete) is { ConstructorArguments: [_, { Value: true }] };
}
