using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using ProfileSchema.CodeFixes.Editing;
using ProfileSchema.Generator.Diagnostics;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace ProfileSchema.CodeFixes.Declarations;

/// <summary>Adds a getter to a property that can only be set, if the compiler makes its body.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddGetterFix)), Shared]
public sealed class AddGetterFix() : DocumentCodeFix(SchemaRules.MemberUnreadable.Id)
{
    private protected override IEnumerable<Fix> Find(
        SyntaxNode node,
        Diagnostic diagnostic,
        SemanticModel model,
        CancellationToken cancellation
    )
    {
        if (
            node is PropertyDeclarationSyntax { AccessorList: { } list } property
            && list.Accessors.All(static accessor =>
                accessor is { Body: null, ExpressionBody: null } && !accessor.IsKind(SyntaxKind.GetAccessorDeclaration)
            )
        )
        {
            yield return new Fix(
                $"Add a getter to '{property.Identifier.ValueText}'",
                editor =>
                    editor.ReplaceNode(
                        list,
                        list.WithAccessors(list.Accessors.Insert(0, Getter))
                            .WithAdditionalAnnotations(Formatter.Annotation)
                    )
            )
            {
                EquivalenceKey = nameof(AddGetterFix),
            };
        }
    }

    private static AccessorDeclarationSyntax Getter =>
        AccessorDeclaration(SyntaxKind.GetAccessorDeclaration)
            .WithSemicolonToken(Token(SyntaxKind.SemicolonToken))
            .WithTrailingTrivia(Space);
}
