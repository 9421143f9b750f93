using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProfileSchema.CodeFixes.Editing;
using ProfileSchema.Generator.Diagnostics;

namespace ProfileSchema.CodeFixes.Declarations;

/// <summary>Makes a profile of a type that adds parameters to its base.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MarkDerivedProfileFix)), Shared]
public sealed class MarkDerivedProfileFix() : DocumentCodeFix(DerivedTypeUnmarked.Id)
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
            yield return new Mend(
                "Mark it with [Profile]",
                editor =>
                {
                    editor.AddAttributes(node, AttributeEditing.AttributeList("ProfileSchema.Profile"));
                    editor.AddPartial(node);
                }
            );
        }
    }
}
