using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Parsing;

/// <summary>How symbols are named in generated source, and in messages.</summary>
internal static class SourceNames
{
    private static readonly SymbolDisplayFormat Unescaped = SymbolDisplayFormat
        .FullyQualifiedFormat.RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers)
        .WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted);

    private static readonly SymbolDisplayFormat FromGlobalNamespace = Unescaped.WithGlobalNamespaceStyle(
        SymbolDisplayGlobalNamespaceStyle.Included
    );

    extension(ITypeSymbol type)
    {
        /// <summary>The type from the global namespace or that of its alias, free of nullable annotations.</summary>
        public string ToSource(ExternAliases aliases) =>
            type switch
            {
                IDynamicTypeSymbol => "object",
                { SpecialType: not SpecialType.None } when Keyword(type.SpecialType) is { } keyword => keyword,
                INamedTypeSymbol
                {
                    SpecialType: SpecialType.None,
                    TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Enum or TypeKind.Interface,
                    Arity: 0,
                    ContainingType: null,
                    ContainingNamespace: { IsGlobalNamespace: false } space
                } => $"{aliases.Of(type.ContainingAssembly)}::{space.ToSource()}.{Identifiers.Escape(type.Name)}",
                _ => Source(type.ToDisplayParts(FromGlobalNamespace), aliases),
            };

        /// <summary>The type as it appears in messages.</summary>
        public string ToMessage() => type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
    }

    extension(INamespaceSymbol symbol)
    {
        public string ToSource() =>
            symbol.IsGlobalNamespace ? ""
            : symbol.ContainingNamespace.IsGlobalNamespace ? Identifiers.Escape(symbol.Name)
            : $"{symbol.ContainingNamespace.ToSource()}.{Identifiers.Escape(symbol.Name)}";

        /// <summary>The full name, not escaped.</summary>
        public string ToMetadata() => symbol.ToDisplayString(Unescaped);
    }

    private static string? Keyword(SpecialType type) =>
        type switch
        {
            SpecialType.System_String => "string",
            SpecialType.System_Boolean => "bool",
            SpecialType.System_Char => "char",
            SpecialType.System_SByte => "sbyte",
            SpecialType.System_Byte => "byte",
            SpecialType.System_Int16 => "short",
            SpecialType.System_UInt16 => "ushort",
            SpecialType.System_Int32 => "int",
            SpecialType.System_UInt32 => "uint",
            SpecialType.System_Int64 => "long",
            SpecialType.System_UInt64 => "ulong",
            SpecialType.System_Single => "float",
            SpecialType.System_Double => "double",
            SpecialType.System_Decimal => "decimal",
            _ => null,
        };

    /// <summary>The compiler's own escaping leaves out some kinds of type, and contextual keywords.</summary>
    private static string Source(ImmutableArray<SymbolDisplayPart> parts, ExternAliases aliases) =>
        string.Concat(
            parts.Select(
                (part, i) =>
                    part.Kind is not SymbolDisplayPartKind.Keyword ? Identifiers.Escape(part.ToString())
                    : part.ToString() is "global" ? aliases.Of(AssemblyAfter(parts, i))
                    : part.ToString()
            )
        );

    /// <summary>The assembly of the type whose full name begins at a part. Namespaces span assemblies.</summary>
    private static IAssemblySymbol? AssemblyAfter(ImmutableArray<SymbolDisplayPart> parts, int start) =>
        parts
            .Skip(start)
            .Select(static part => part.Symbol)
            .OfType<INamedTypeSymbol>()
            .FirstOrDefault()
            ?.ContainingAssembly;
}
