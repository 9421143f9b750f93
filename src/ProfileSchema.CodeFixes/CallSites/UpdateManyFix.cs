using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using ProfileSchema.CodeFixes.Editing;
using ProfileSchema.Generator.CallSites;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace ProfileSchema.CodeFixes.CallSites;

/// <summary>Replaces a loop of single updates with one bulk update.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UpdateManyFix)), Shared]
public sealed class UpdateManyFix() : DocumentCodeFix(SingleUpdateInLoop.Id)
{
    private const string Profile = "profile";
    private const string Token = "cancellationToken";

    private protected override IEnumerable<Fix> Find(
        SyntaxNode node,
        Diagnostic diagnostic,
        SemanticModel model,
        CancellationToken cancellation
    )
    {
        if (
            !diagnostic.Properties.TryGetValue(SingleUpdateInLoop.LoopProperty, out string? loop)
            || node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call
        )
        {
            yield break;
        }

        (StatementSyntax Statement, ExpressionSyntax Bulk)? rewritten =
            loop == nameof(OperationKind.Loop) ? FromForEach(call) : FromWhenAll(call);
        if (rewritten is var (statement, bulk) && !HoldsComments(statement))
        {
            yield return new Fix(
                "Use UpdateManyAsync",
                editor => editor.ReplaceNode(statement, ExpressionStatement(bulk).WithTriviaFrom(statement))
            );
        }
    }

    /// <summary><c>foreach (T x in many) await client.UpdateAsync(x);</c></summary>
    private static (StatementSyntax, ExpressionSyntax)? FromForEach(InvocationExpressionSyntax call) =>
        call.FirstAncestorOrSelf<CommonForEachStatementSyntax>() is { } loop
        && call.FirstAncestorOrSelf<ExpressionStatementSyntax>() is { } single
            ? (loop, single.Expression.ReplaceNode(call, Bulk(call, loop.Expression)).WithoutTrivia())
            : null;

    /// <summary><c>await Task.WhenAll(many.Select(x => client.UpdateAsync(x)));</c></summary>
    private static (StatementSyntax, ExpressionSyntax)? FromWhenAll(InvocationExpressionSyntax call)
    {
        if (
            call.FirstAncestorOrSelf<LambdaExpressionSyntax>() is not { } lambda
            || lambda.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } select
            || select.Parent?.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } whenAll
            || whenAll.FirstAncestorOrSelf<ExpressionStatementSyntax>() is not { } statement
        )
        {
            return null;
        }

        ExpressionSyntax? many = select switch
        {
            { ArgumentList.Arguments: [var source, _] } => source.Expression,
            { Expression: MemberAccessExpressionSyntax { Expression: var source } } => source,
            _ => null,
        };
        return many is null
            ? null
            : (statement, statement.Expression.ReplaceNode(whenAll, Bulk(call, many)).WithoutTrivia());
    }

    private static InvocationExpressionSyntax Bulk(InvocationExpressionSyntax call, ExpressionSyntax many)
    {
        IEnumerable<ArgumentSyntax> others = call
            .ArgumentList.Arguments.Where(static (argument, i) => !IsProfile(argument, i))
            .Select(static argument => argument.WithNameColon(NameColon(Token)).WithoutTrivia());
        return call.WithExpression(Renamed(call.Expression))
            .WithArgumentList(ArgumentList(SeparatedList(others.Prepend(Argument(many.WithoutTrivia())))))
            .WithAdditionalAnnotations(Formatter.Annotation);
    }

    private static bool IsProfile(ArgumentSyntax argument, int index) =>
        argument.NameColon is { Name.Identifier.ValueText: var name } ? name == Profile : index == 0;

    private static ExpressionSyntax Renamed(ExpressionSyntax called)
    {
        SimpleNameSyntax? name = called switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            SimpleNameSyntax simple => simple,
            _ => null,
        };
        SyntaxToken bulk = Identifier(ClientSymbols.UpdateManyAsync);
        return name is null
            ? called
            : called.ReplaceNode(name, name.WithIdentifier(bulk.WithTriviaFrom(name.Identifier)));
    }

    /// <summary>Whether a statement contains comments, which the fix would delete.</summary>
    private static bool HoldsComments(StatementSyntax statement) =>
        statement
            .DescendantTrivia()
            .Any(trivia => statement.Span.Contains(trivia.Span) && !string.IsNullOrWhiteSpace(trivia.ToString()));
}
