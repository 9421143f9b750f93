using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProfileSchema.CodeFixes.Editing;
using ProfileSchema.Generator.Diagnostics;

namespace ProfileSchema.CodeFixes.Declarations;

/// <summary>Removes the prefix that Target adds from a name (NAME-1).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StripPrefixFix)), Shared]
public sealed class StripPrefixFix() : DocumentCodeFix(SchemaRules.NameInvalid.Id)
{
    private const string Prefix = "profile.";

    private protected override IEnumerable<Fix> Find(
        SyntaxNode node,
        Diagnostic diagnostic,
        SemanticModel model,
        CancellationToken cancellation
    )
    {
        if (
            node is LiteralExpressionSyntax literal
            && model.GetConstantValue(literal, cancellation).Value is string name
            && WithoutPrefix(name) is { Length: > 0 } rest
            && rest != name
        )
        {
            yield return new Fix(
                "Remove the 'profile.' prefix",
                editor => editor.ReplaceNode(literal, AttributeEditing.StringLiteral(rest).WithTriviaFrom(literal))
            );
        }
    }

    private static string WithoutPrefix(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal) ? WithoutPrefix(name.Substring(Prefix.Length)) : name;
}
