using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProfileSchema.CodeFixes.Editing;
using ProfileSchema.Generator.Diagnostics;

namespace ProfileSchema.CodeFixes.Declarations;

/// <summary>Adds <c>[Profile]</c> to a type that adds parameters to its base type.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddProfileFix)), Shared]
public sealed class AddProfileFix() : DocumentCodeFix(SchemaRules.DerivedTypeNotAnnotated.Id)
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
            yield return new Fix(
                $"Add [Profile] to '{type.Identifier.ValueText}'",
                editor =>
                {
                    editor.AddAttributes(node, AttributeEditing.AttributeList("ProfileSchema.Profile"));
                    editor.AddPartial(node);
                }
            )
            {
                EquivalenceKey = nameof(AddProfileFix),
            };
        }
    }
}
