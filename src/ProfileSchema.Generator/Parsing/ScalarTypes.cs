using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Finds the kind of a type among the kinds that the writer supports.</summary>
internal static class ScalarTypes
{
    /// <summary>The kind of the type, or of its underlying type if it is nullable; null if the writer doesn't support it.</summary>
    public static ScalarKind? KindOf(ITypeSymbol type)
    {
        ITypeSymbol beneath = Beneath(type);
        return beneath.TypeKind is TypeKind.Enum ? ScalarKind.Enum : KindOfSystemType(beneath);
    }

    /// <summary>The type without the <c>?</c> of a nullable value type.</summary>
    public static ITypeSymbol Beneath(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type;

    /// <summary>Whether the type is declared as nullable.</summary>
    public static bool IsDeclaredNullable(ITypeSymbol type) => type.NullableAnnotation is NullableAnnotation.Annotated;

    /// <summary>Whether the compiler doesn't know the type, which it reports.</summary>
    public static bool IsUnknown(ITypeSymbol type) => Beneath(type).TypeKind is TypeKind.Error;

    /// <summary>Whether null is a value of it; where nullability is unknown, a reference may be null.</summary>
    public static bool IsNullable(ITypeSymbol type) =>
        type.IsReferenceType
            ? type.NullableAnnotation is not NullableAnnotation.NotAnnotated
            : IsNullableValue(type) || (MayBeNull(type) && IsDeclaredNullable(type));

    /// <summary>Whether null may be found in it, whatever its declaration says.</summary>
    public static bool MayBeNull(ITypeSymbol type) => !type.IsValueType || IsNullableValue(type);

    /// <summary>Whether it is a <see cref="Nullable{T}"/>.</summary>
    public static bool IsNullableValue(ITypeSymbol type) =>
        type.OriginalDefinition.SpecialType is SpecialType.System_Nullable_T;

    private static ScalarKind? KindOfSystemType(ITypeSymbol type) =>
        type.SpecialType switch
        {
            SpecialType.System_String => ScalarKind.String,
            SpecialType.System_Char => ScalarKind.Char,
            SpecialType.System_Boolean => ScalarKind.Boolean,
            SpecialType.System_SByte => ScalarKind.SByte,
            SpecialType.System_Byte => ScalarKind.Byte,
            SpecialType.System_Int16 => ScalarKind.Int16,
            SpecialType.System_UInt16 => ScalarKind.UInt16,
            SpecialType.System_Int32 => ScalarKind.Int32,
            SpecialType.System_UInt32 => ScalarKind.UInt32,
            SpecialType.System_Int64 => ScalarKind.Int64,
            SpecialType.System_UInt64 => ScalarKind.UInt64,
            SpecialType.System_IntPtr => ScalarKind.IntPtr,
            SpecialType.System_UIntPtr => ScalarKind.UIntPtr,
            SpecialType.System_Single => ScalarKind.Single,
            SpecialType.System_Double => ScalarKind.Double,
            SpecialType.System_Decimal => ScalarKind.Decimal,
            SpecialType.System_DateTime => ScalarKind.DateTime,
            _ => KindOfUnnumberedType(type),
        };

    /// <summary>The types to which the compiler gives no number of its own.</summary>
    private static ScalarKind? KindOfUnnumberedType(ITypeSymbol type) =>
        type
            is INamedTypeSymbol
            {
                Arity: 0,
                ContainingType: null,
                ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true }
            }
            ? type.Name switch
            {
                nameof(ScalarKind.Int128) => ScalarKind.Int128,
                nameof(ScalarKind.UInt128) => ScalarKind.UInt128,
                nameof(ScalarKind.Half) => ScalarKind.Half,
                nameof(ScalarKind.Guid) => ScalarKind.Guid,
                nameof(ScalarKind.DateTimeOffset) => ScalarKind.DateTimeOffset,
                nameof(ScalarKind.DateOnly) => ScalarKind.DateOnly,
                nameof(ScalarKind.TimeOnly) => ScalarKind.TimeOnly,
                nameof(ScalarKind.TimeSpan) => ScalarKind.TimeSpan,
                nameof(ScalarKind.Uri) => ScalarKind.Uri,
                _ => null,
            }
            : null;
}
