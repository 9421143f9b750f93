using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProfileSchema.CodeFixes.Editing;
using ProfileSchema.Generator.Diagnostics;
using ProfileSchema.Generator.Parsing;

namespace ProfileSchema.CodeFixes.Declarations;

/// <summary>Sets the default separator (VALUE-5) if a separator is invalid or missing.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UsualSeparatorFix)), Shared]
public sealed class UsualSeparatorFix()
    : DocumentCodeFix(SchemaRules.SeparatorUnusable.Id, SchemaRules.FlagsWithoutSeparator.Id)
{
    private const char Usual = '|';
    private const string Title = "Set Separator = '|'";

    private protected override IEnumerable<Fix> Find(
        SyntaxNode node,
        Diagnostic diagnostic,
        SemanticModel model,
        CancellationToken cancellation
    )
    {
        if (node.Parent is AttributeArgumentSyntax)
        {
            yield return new Fix(
                Title,
                editor => editor.ReplaceNode(node, AttributeEditing.CharacterLiteral(Usual).WithTriviaFrom(node))
            );
        }
        else if (
            node is TypeSyntax
            && node.Member?.FindAttribute(AttributeNames.Parameter, model, cancellation) is { } parameter
        )
        {
            yield return new Fix(
                Title,
                editor =>
                    editor.AddArgument(parameter, AttributeNames.Separator, AttributeEditing.CharacterLiteral(Usual))
            );
        }
    }
}
