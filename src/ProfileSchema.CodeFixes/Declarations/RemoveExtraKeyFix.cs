using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using ProfileSchema.CodeFixes.Editing;
using ProfileSchema.Generator.Diagnostics;
using ProfileSchema.Generator.Parsing;

namespace ProfileSchema.CodeFixes.Declarations;

/// <summary>Removes a second <c>[ProfileKey]</c> from a profile.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveExtraKeyFix)), Shared]
public sealed class RemoveExtraKeyFix() : DocumentCodeFix(SchemaRules.KeyRepeated.Id)
{
    private protected override IEnumerable<Fix> Find(
        SyntaxNode node,
        Diagnostic diagnostic,
        SemanticModel model,
        CancellationToken cancellation
    )
    {
        if (
            node.Member is { IsOneMember: true } member
            && member.FindAttribute(AttributeNames.Key, model, cancellation) is { } key
        )
        {
            yield return new Fix("Remove [ProfileKey]", editor => editor.RemoveAttribute(key));
        }
    }
}
