using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProfileSchema.CodeFixes.Editing;
using ProfileSchema.Generator.Diagnostics;
using ProfileSchema.Generator.Parsing;

namespace ProfileSchema.CodeFixes.Declarations;

/// <summary>Removes an option that doesn't suit the member.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveOptionFix)), Shared]
public sealed class RemoveOptionFix()
    : DocumentCodeFix(SchemaRules.FormatUnusable.Id, SchemaRules.NullValueUnusable.Id, SchemaRules.OptionUnsuitable.Id)
{
    private protected override IEnumerable<Fix> Find(
        SyntaxNode node,
        Diagnostic diagnostic,
        SemanticModel model,
        CancellationToken cancellation
    )
    {
        if (
            node.Parent is AttributeArgumentSyntax { NameEquals.Name.Identifier.ValueText: var option } argument
            // Without its hash a value would be sent in plain text, which a developer has to decide.
            && option != AttributeNames.Hash
        )
        {
            yield return new Fix($"Remove {option}", editor => editor.RemoveArgument(argument));
        }
    }
}
