using Microsoft.CodeAnalysis.CSharp;

namespace ProfileSchema.Generator.Model;

/// <summary>Writes identifiers as source.</summary>
internal static class Identifiers
{
    /// <summary>An identifier, escaped if it means something else to the parser anywhere.</summary>
    public static string Escape(string identifier) =>
        SyntaxFacts.GetKeywordKind(identifier) is SyntaxKind.None
        && SyntaxFacts.GetContextualKeywordKind(identifier) is SyntaxKind.None
            ? identifier
            : "@" + identifier;
}
