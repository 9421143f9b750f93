using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProfileSchema.CodeFixes.Editing;
using ProfileSchema.Generator.Diagnostics;
using ProfileSchema.Generator.Parsing;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace ProfileSchema.CodeFixes.Declarations;

/// <summary>Makes a member nullable, so that an unset value isn't sent.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakeNullableFix)), Shared]
public sealed class MakeNullableFix()
    : DocumentCodeFix(SchemaRules.DefaultOverwrites.Id, SchemaRules.NullValueUnusable.Id)
{
    private protected override IEnumerable<Fix> Find(
        SyntaxNode node,
        Diagnostic diagnostic,
        SemanticModel model,
        CancellationToken cancellation
    )
    {
        if (
            (node is TypeSyntax || diagnostic.Properties.ContainsKey(SchemaRules.NeverNullProperty))
            && node.Member is { IsOneMember: true } member
            && member.TypeOfMember() is { } type
            && type is not NullableTypeSyntax
            && model.GetTypeInfo(type, cancellation).Type is { IsValueType: true }
            && member.FindAttribute(AttributeNames.Key, model, cancellation) is null
            // Overrides of the member would have to change too, and can be in any file.
            && member.DeclaredMember(model, cancellation) is { IsVirtual: false } symbol
            && member.HasFreeType(model, cancellation)
        )
        {
            yield return new Fix(
                $"Make '{symbol.Name}' nullable",
                editor => editor.ReplaceNode(type, NullableType(type.WithoutTrailingTrivia()).WithTriviaFrom(type))
            )
            {
                EquivalenceKey = nameof(MakeNullableFix),
            };
        }
    }
}
