using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Determines how a type that the writer doesn't know formats itself.</summary>
internal static class FormattableTypes
{
    /// <summary>The writer's method for it, or null if it does not format itself into a span.</summary>
    /// <remarks>An unknown enum would be sent by its declared name or, if it is undefined, by its number.</remarks>
    public static string? WriterMethod(ITypeSymbol type) =>
        IsAnyEnum(type) || !CanBeArgument(type) ? null
        : Implements(type, "IUtf8SpanFormattable") ? WriterMethods.Formatted
        : Implements(type, "ISpanFormattable") ? WriterMethods.SpanFormattable
        : null;

    /// <summary>Whether the writer's method can be called for it: not for a ref struct, nor for an interface with abstract static members.</summary>
    private static bool CanBeArgument(ITypeSymbol type) =>
        !type.IsRefLikeType
        && (type is not ITypeParameterSymbol parameter || !AllowsRefStruct(parameter))
        && (
            type.TypeKind is not TypeKind.Interface
            || !type
                .AllInterfaces.Add((INamedTypeSymbol)type)
                .Any(static part =>
                    part.GetMembers().Any(static member => member is { IsStatic: true, IsAbstract: true })
                )
        );

    /// <summary>Whether a type parameter may stand for a ref struct (C# 13), which the oldest supported compiler has no property for.</summary>
    private static bool AllowsRefStruct(ITypeParameterSymbol parameter) =>
        parameter
            .ContainingSymbol.DeclaringSyntaxReferences.Select(static reference => reference.GetSyntax())
            .OfType<TypeDeclarationSyntax>()
            .SelectMany(static declaration => declaration.ConstraintClauses)
            .Where(clause => clause.Name.Identifier.ValueText == parameter.Name)
            .SelectMany(static clause => clause.Constraints)
            .Any(static constraint =>
                constraint.GetFirstToken() is { ValueText: "allows" } allows
                && allows.GetNextToken().IsKind(SyntaxKind.RefKeyword)
            );

    private static bool IsAnyEnum(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_Enum
        || (type is ITypeParameterSymbol parameter && parameter.ConstraintTypes.Any(IsAnyEnum));

    private static bool Implements(ITypeSymbol type, string name) =>
        IsSystem(type, name)
        || type.AllInterfaces.Any(implemented => IsSystem(implemented, name))
        || (type is ITypeParameterSymbol parameter && parameter.ConstraintTypes.Any(limit => Implements(limit, name)));

    private static bool IsSystem(ITypeSymbol type, string name) =>
        type.Name == name
        && type
            is INamedTypeSymbol
            {
                Arity: 0,
                ContainingType: null,
                ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true }
            };
}

/// <summary>The writer's methods for values that format themselves.</summary>
internal static class WriterMethods
{
    public const string Formatted = "WriteFormatted";
    public const string SpanFormattable = "WriteSpanFormattable";
}
