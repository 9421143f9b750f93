using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProfileSchema.CodeFixes.Editing;
using ProfileSchema.Generator.Diagnostics;

namespace ProfileSchema.CodeFixes.Declarations;

/// <summary>Removes <c>[ProfileValue]</c> where it has no effect.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveProfileValueFix)), Shared]
public sealed class RemoveProfileValueFix() : DocumentCodeFix(SchemaRules.ProfileValueMisplaced.Id)
{
    private protected override IEnumerable<Fix> Find(
        SyntaxNode node,
        Diagnostic diagnostic,
        SemanticModel model,
        CancellationToken cancellation
    )
    {
        if (node.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute)
        {
            yield return new Fix("Remove [ProfileValue]", editor => editor.RemoveAttribute(attribute));
        }
    }
}
