using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using ProfileSchema.CodeFixes.Editing;
using ProfileSchema.Generator.Diagnostics;

namespace ProfileSchema.CodeFixes.Declarations;

/// <summary>Makes a nullable key non-nullable, and <c>required</c> if callers can set it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RequireKeyFix)), Shared]
public sealed class RequireKeyFix() : DocumentCodeFix(SchemaRules.KeyNullable.Id)
{
    private protected override IEnumerable<Fix> Find(
        SyntaxNode node,
        Diagnostic diagnostic,
        SemanticModel model,
        CancellationToken cancellation
    )
    {
        if (node is NullableTypeSyntax type && node.Member is { } member && member.HasFreeType(model, cancellation))
        {
            ISymbol? key = member.DeclaredMember(model, cancellation);
            bool isRequired = member.IsOneMember && key is not null && CanBeRequired(key, member);
            yield return new Fix(
                isRequired ? $"Make '{key!.Name}' required" : "Make the key non-nullable",
                editor => Require(editor, type, member, isRequired)
            )
            {
                EquivalenceKey = nameof(RequireKeyFix),
            };
        }
    }

    /// <summary>Whether the callers that create a profile can set the key.</summary>
    private static bool CanBeRequired(ISymbol key, SyntaxNode member) =>
        key.ContainingType.TypeKind is TypeKind.Class or TypeKind.Struct
        && key.DeclaredAccessibility >= key.ContainingType.DeclaredAccessibility
        && key switch
        {
            IPropertySymbol { IsRequired: false, SetMethod: { } set } => set.DeclaredAccessibility
                >= key.ContainingType.DeclaredAccessibility
                && member is PropertyDeclarationSyntax { ExplicitInterfaceSpecifier: null } declared
                && (declared.Initializer is null || IsNothing(declared.Initializer)),
            IFieldSymbol { IsRequired: false, IsReadOnly: false } => member
                is FieldDeclarationSyntax { Declaration.Variables: [var declared] }
                && (declared.Initializer is null || IsNothing(declared.Initializer)),
            _ => false,
        };

    /// <summary>Whether a member is initialized with null.</summary>
    private static bool IsNothing(EqualsValueClauseSyntax initializer) =>
        initializer.Value.Kind()
            is SyntaxKind.NullLiteralExpression
                or SyntaxKind.DefaultLiteralExpression
                or SyntaxKind.DefaultExpression;

    private static void Require(SyntaxEditor editor, NullableTypeSyntax type, SyntaxNode member, bool isRequired)
    {
        editor.ReplaceNode(
            type,
            (current, _) =>
                current is NullableTypeSyntax nullable ? nullable.ElementType.WithTriviaFrom(nullable) : current
        );
        editor.ReplaceNode(member, static (current, _) => WithoutNothing(current));
        if (isRequired)
        {
            editor.AddRequired(member);
        }
    }

    private static SyntaxNode WithoutNothing(SyntaxNode member) =>
        member switch
        {
            PropertyDeclarationSyntax { Initializer: { } initializer } property when IsNothing(initializer) => property
                .WithInitializer(null)
                .WithSemicolonToken(default)
                .WithAccessorList(property.AccessorList!.WithoutTrailingTrivia())
                .WithTrailingTrivia(property.GetTrailingTrivia()),
            FieldDeclarationSyntax { Declaration.Variables: [{ Initializer: { } initializer } variable] } field
                when IsNothing(initializer) => field.ReplaceNode(
                variable,
                variable.WithInitializer(null).WithIdentifier(variable.Identifier.WithTrailingTrivia())
            ),
            _ => member,
        };
}
