using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProfileSchema.CodeFixes.Editing;
using ProfileSchema.Generator.Diagnostics;

namespace ProfileSchema.CodeFixes.Declarations;

/// <summary>Adds <c>partial</c> to a profile and to the types around it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddPartialFix)), Shared]
public sealed class AddPartialFix() : DocumentCodeFix(TypeNotPartial.Id)
{
    private protected override IEnumerable<Mend> Find(
        SyntaxNode node,
        Diagnostic diagnostic,
        SemanticModel model,
        CancellationToken cancellation
    )
    {
        if (node is TypeDeclarationSyntax)
        {
            yield return new Mend("Add 'partial'", editor => editor.AddPartial(node));
        }
    }
}
