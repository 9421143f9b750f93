using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

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
        /// <summary>The type from the global namespace, free of nullable annotations.</summary>
        public string ToSource() => Escape(type.ToDisplayParts(FromGlobalNamespace));

        /// <summary>The type as a person writes it.</summary>
        public string ToMessage() => type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
    }

    extension(INamespaceSymbol symbol)
    {
        public string ToSource() => symbol.IsGlobalNamespace ? "" : Escape(symbol.ToDisplayParts(Unescaped));

        /// <summary>The full name, not escaped.</summary>
        public string ToMetadata() => symbol.ToDisplayString(Unescaped);
    }

    /// <summary>An identifier, escaped if it means something else to the parser anywhere.</summary>
    public static string Escape(string identifier) =>
        SyntaxFacts.GetKeywordKind(identifier) is SyntaxKind.None
        && SyntaxFacts.GetContextualKeywordKind(identifier) is SyntaxKind.None
            ? identifier
            : "@" + identifier;

    /// <summary>The compiler's own escaping leaves out some kinds of type, and contextual keywords.</summary>
    private static string Escape(ImmutableArray<SymbolDisplayPart> parts) =>
        string.Concat(
            parts.Select(static part =>
                part.Kind is SymbolDisplayPartKind.Keyword ? part.ToString() : Escape(part.ToString())
            )
        );
}
