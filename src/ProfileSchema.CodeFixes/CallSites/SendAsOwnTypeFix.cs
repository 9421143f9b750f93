using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProfileSchema.CodeFixes.Editing;
using ProfileSchema.Generator.CallSites;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace ProfileSchema.CodeFixes.CallSites;

/// <summary>Removes the type argument that names the base type, so that the call uses the profile's own contract.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SendAsOwnTypeFix)), Shared]
public sealed class SendAsOwnTypeFix() : DocumentCodeFix(CallSiteRules.DerivedProfileSentAsBase.Id)
{
    private protected override IEnumerable<Fix> Find(
        SyntaxNode node,
        Diagnostic diagnostic,
        SemanticModel model,
        CancellationToken cancellation
    )
    {
        if (
            diagnostic.Properties.TryGetValue(CallSiteRules.OwnContractProperty, out string? type)
            && node.FirstAncestorOrSelf<ArgumentSyntax>()?.Parent?.Parent is InvocationExpressionSyntax call
            && GenericName(call.Expression) is { } named
        )
        {
            yield return new Fix(
                $"Send as '{type}'",
                editor => editor.ReplaceNode(named, IdentifierName(named.Identifier).WithTriviaFrom(named))
            )
            {
                EquivalenceKey = nameof(SendAsOwnTypeFix),
            };
        }
    }

    private static GenericNameSyntax? GenericName(ExpressionSyntax called) =>
        called switch
        {
            MemberAccessExpressionSyntax { Name: GenericNameSyntax name } => name,
            MemberBindingExpressionSyntax { Name: GenericNameSyntax name } => name,
            GenericNameSyntax name => name,
            _ => null,
        };
}
