using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using ProfileSchema.CodeFixes.Editing;
using ProfileSchema.Generator.CallSites;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace ProfileSchema.CodeFixes.CallSites;

/// <summary>Checks the result of a bulk update: throws unless every profile with a value was accepted.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CheckBulkResultFix)), Shared]
public sealed class CheckBulkResultFix() : DocumentCodeFix(CallSiteRules.BulkResultUnread.Id)
{
    private const string Usual = "result";

    private protected override IEnumerable<Fix> Find(
        SyntaxNode node,
        Diagnostic diagnostic,
        SemanticModel model,
        CancellationToken cancellation
    )
    {
        if (
            node.FirstAncestorOrSelf<ExpressionStatementSyntax>() is
            { Expression: AwaitExpressionSyntax, Parent: BlockSyntax or GlobalStatementSyntax } statement
        )
        {
            yield return new Fix("Throw unless everything was accepted", editor => Check(editor, statement));
        }
    }

    private static void Check(SyntaxEditor editor, ExpressionStatementSyntax statement)
    {
        string name = FreeName(editor, statement);
        StatementSyntax declared = Parse($"global::ProfileSchema.Client.BulkResult {name} = x;");
        var placeholder = declared.DescendantNodes().OfType<EqualsValueClauseSyntax>().Single();
        StatementSyntax check = Parse(
            $$"""
            if ({{name}}.Accepted + {{name}}.Empty + {{name}}.Merged != {{name}}.Read)
            {
                throw new global::System.InvalidOperationException($"Not every profile was accepted: { {{name}} }");
            }

            """
        );
        if (statement.Parent is GlobalStatementSyntax global)
        {
            editor.InsertAfter(global, GlobalStatement(check));
        }
        else
        {
            editor.InsertAfter(statement, check);
        }

        editor.ReplaceNode(
            statement,
            (current, _) =>
                declared
                    .ReplaceNode(
                        placeholder.Value,
                        ((ExpressionStatementSyntax)current).Expression.WithoutLeadingTrivia()
                    )
                    .WithTriviaFrom(current)
        );
    }

    private static StatementSyntax Parse(string text) =>
        ParseStatement(text).WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation);

    /// <summary>A name that neither the member uses nor an earlier edit of it.</summary>
    private static string FreeName(SyntaxEditor editor, StatementSyntax statement)
    {
        SyntaxNode member =
            statement.Parent is GlobalStatementSyntax
                ? editor.OriginalRoot
                : statement.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? editor.OriginalRoot;
        editor.TrackNode(member);
        SyntaxNode current = editor.GetChangedRoot().GetCurrentNode(member) ?? member;
        var used = new HashSet<string>(
            current
                .DescendantTokens()
                .Where(static token => token.IsKind(SyntaxKind.IdentifierToken))
                .Select(static token => token.ValueText),
            StringComparer.Ordinal
        );
        string name = Usual;
        for (int i = 2; used.Contains(name); i++)
        {
            name = Usual + i;
        }

        return name;
    }
}
