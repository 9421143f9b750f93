using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProfileSchema.CodeFixes.Editing;
using ProfileSchema.Generator.Diagnostics;

namespace ProfileSchema.CodeFixes.Declarations;

/// <summary>Adds <c>partial</c> to a profile and to the types around it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddPartialFix)), Shared]
public sealed class AddPartialFix() : DocumentCodeFix(SchemaRules.TypeNotPartial.Id)
{
    private protected override IEnumerable<Fix> Find(
        SyntaxNode node,
        Diagnostic diagnostic,
        SemanticModel model,
        CancellationToken cancellation
    )
    {
        if (node is TypeDeclarationSyntax type)
        {
            yield return new Fix($"Declare '{type.Identifier.ValueText}' as partial", editor => editor.AddPartial(node))
            {
                EquivalenceKey = nameof(AddPartialFix),
            };
        }
    }
}
