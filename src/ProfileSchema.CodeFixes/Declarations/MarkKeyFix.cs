using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using ProfileSchema.CodeFixes.Editing;
using ProfileSchema.Generator.Diagnostics;
using ProfileSchema.Generator.Model;
using ProfileSchema.Generator.Parsing;

namespace ProfileSchema.CodeFixes.Declarations;

/// <summary>Marks the one member that by its name and its type can only be the key.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MarkKeyFix)), Shared]
public sealed class MarkKeyFix() : DocumentCodeFix(KeyMissing.Id)
{
    private protected override IEnumerable<Mend> Find(
        SyntaxNode node,
        Diagnostic diagnostic,
        SemanticModel model,
        CancellationToken cancellation
    )
    {
        if (
            node is not TypeDeclarationSyntax type
            || model.GetDeclaredSymbol(type, cancellation) is not INamedTypeSymbol symbol
        )
        {
            yield break;
        }

        ISymbol[] candidates = [.. symbol.GetMembers().Where(CanBeKey)];
        if (
            candidates is [{ DeclaringSyntaxReferences: [var reference] } key]
            && reference.GetSyntax(cancellation).Member is { IsOneMember: true } declaration
            && declaration.SyntaxTree == node.SyntaxTree
        )
        {
            yield return new Mend("Mark the id as the key", editor => Mark(editor, declaration));
        }
    }

    private static bool CanBeKey(ISymbol member) =>
        member is IPropertySymbol { IsStatic: false, GetMethod: not null } or IFieldSymbol { IsStatic: false }
        && !member.IsImplicitlyDeclared
        && (member.Name == "Id" || member.Name.EndsWith("Id", StringComparison.Ordinal))
        // An id of Target's own is another kind of key.
        && member.Name is not ("PcId" or "TntId")
        && ScalarTypes.KindOf(MarkedMember.TypeOf(member)!) is { CanBeKey: true };

    private static void Mark(SyntaxEditor editor, SyntaxNode declaration)
    {
        AttributeListSyntax key = AttributeEditing.AttributeList(
            "ProfileSchema.ProfileKey",
            AttributeEditing.Constant("ProfileSchema.ProfileKeyKind", "ThirdPartyId")
        );
        editor.AddAttributes(declaration, key);
    }
}
