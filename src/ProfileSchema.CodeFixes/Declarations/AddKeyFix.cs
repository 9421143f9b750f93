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

/// <summary>Adds <c>[ProfileKey]</c> to the member that is the id of its type by name, or else offers each member that could be the key.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddKeyFix)), Shared]
public sealed class AddKeyFix() : DocumentCodeFix(SchemaRules.KeyMissing.Id)
{
    private const string Id = "Id";

    /// <summary>How the names of keys end.</summary>
    private static readonly string[] Endings = [Id, "Number", "Key"];

    private protected override IEnumerable<Fix> Find(
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
        ISymbol[] certain = [.. candidates.Where(IsOfType)];
        foreach (ISymbol key in certain.Length == 1 ? certain : candidates)
        {
            if (
                key.DeclaringSyntaxReferences is [var reference]
                && reference.GetSyntax(cancellation).Member is { IsOneMember: true } declaration
                && declaration.SyntaxTree == node.SyntaxTree
            )
            {
                var fix = new Fix($"Add [ProfileKey] to '{key.Name}'", editor => Add(editor, declaration));
                yield return certain.Length == 1 ? fix with { EquivalenceKey = nameof(AddKeyFix) } : fix;
            }
        }
    }

    private static bool CanBeKey(ISymbol member) =>
        member is IPropertySymbol { IsStatic: false, GetMethod: not null } or IFieldSymbol { IsStatic: false }
        && !member.IsImplicitlyDeclared
        && Array.Exists(Endings, ending => member.Name.EndsWith(ending, StringComparison.Ordinal))
        // Target's own IDs are another kind of key.
        && member.Name is not ("PcId" or "TntId")
        && AnnotatedMember.TypeOf(member) is { } type
        && ScalarTypes.KindOf(type) is { CanBeKey: true }
        && !ScalarTypes.IsDeclaredNullable(type);

    /// <summary>Whether a member is by its name the id of what its type is: <c>Id</c>, or <c>MemberId</c> of a <c>MemberProfile</c>.</summary>
    private static bool IsOfType(ISymbol member) =>
        member.Name.EndsWith(Id, StringComparison.Ordinal)
        && member.ContainingType.Name.StartsWith(
            member.Name.Substring(0, member.Name.Length - Id.Length),
            StringComparison.Ordinal
        );

    private static void Add(SyntaxEditor editor, SyntaxNode declaration)
    {
        AttributeListSyntax key = AttributeEditing.AttributeList(
            "ProfileSchema.ProfileKey",
            AttributeEditing.Constant("ProfileSchema.ProfileKeyKind", "ThirdPartyId")
        );
        editor.AddAttributes(declaration, key);
    }
}
