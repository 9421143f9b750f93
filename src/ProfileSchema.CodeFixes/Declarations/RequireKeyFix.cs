using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using ProfileSchema.CodeFixes.Editing;
using ProfileSchema.Generator.Diagnostics;

namespace ProfileSchema.CodeFixes.Declarations;

/// <summary>Makes a key that may be null one that is never null, and <c>required</c> where it is set from outside.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RequireKeyFix)), Shared]
public sealed class RequireKeyFix() : DocumentCodeFix(KeyNullable.Id)
{
    private protected override IEnumerable<Mend> Find(
        SyntaxNode node,
        Diagnostic diagnostic,
        SemanticModel model,
        CancellationToken cancellation
    )
    {
        if (node is NullableTypeSyntax type && node.Member is { } member)
        {
            bool isRequired =
                member.IsOneMember
                && member.DeclaredMember(model, cancellation) is { } key
                && CanBeRequired(key, member);
            yield return new Mend(
                isRequired ? "Make the key required" : "Make the key not nullable",
                editor => Require(editor, type, isRequired ? member : null)
            );
        }
    }

    /// <summary>Whoever makes a profile has to be able to set what is required of it.</summary>
    private static bool CanBeRequired(ISymbol key, SyntaxNode member) =>
        key.ContainingType.TypeKind is TypeKind.Class or TypeKind.Struct
        && key.DeclaredAccessibility >= key.ContainingType.DeclaredAccessibility
        && key switch
        {
            IPropertySymbol { IsRequired: false, SetMethod: { } set } => set.DeclaredAccessibility
                >= key.ContainingType.DeclaredAccessibility
                && member is PropertyDeclarationSyntax { Initializer: null, ExplicitInterfaceSpecifier: null },
            IFieldSymbol { IsRequired: false, IsReadOnly: false } => member
                is FieldDeclarationSyntax { Declaration.Variables: [{ Initializer: null }] },
            _ => false,
        };

    private static void Require(SyntaxEditor editor, NullableTypeSyntax type, SyntaxNode? member)
    {
        editor.ReplaceNode(
            type,
            (current, _) =>
                current is NullableTypeSyntax nullable ? nullable.ElementType.WithTriviaFrom(nullable) : current
        );
        if (member is not null)
        {
            editor.AddRequired(member);
        }
    }
}
