using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProfileSchema.CodeFixes.Editing;
using ProfileSchema.Generator.Diagnostics;
using ProfileSchema.Generator.Model;
using ProfileSchema.Generator.Parsing;

namespace ProfileSchema.CodeFixes.Declarations;

/// <summary>Uses the plain hash for types other than strings, because only strings are normalized.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PlainHashFix)), Shared]
public sealed class PlainHashFix() : DocumentCodeFix(SchemaRules.HashUnsuitable.Id)
{
    private protected override IEnumerable<Fix> Find(
        SyntaxNode node,
        Diagnostic diagnostic,
        SemanticModel model,
        CancellationToken cancellation
    )
    {
        if (
            node.Parent is AttributeArgumentSyntax
            && node.Member is { } member
            && member.DeclaredMember(model, cancellation) is { } symbol
            && ScalarTypes.KindOf(AnnotatedMember.TypeOf(symbol)!) is { CanBeHashed: true }
        )
        {
            yield return new Fix(
                "Set Hash = ProfileHash.Sha256",
                editor =>
                    editor.ReplaceNode(
                        node,
                        AttributeEditing
                            .Constant("ProfileSchema.ProfileHash", nameof(HashKind.Sha256))
                            .WithTriviaFrom(node)
                    )
            );
        }
    }
}
