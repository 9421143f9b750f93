using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using ProfileSchema.CodeFixes.Editing;
using ProfileSchema.Generator.Diagnostics;
using ProfileSchema.Generator.Model;
using ProfileSchema.Generator.Parsing;

namespace ProfileSchema.CodeFixes.Declarations;

/// <summary>Hashes personal data (HASH-1), or says on the member that sending it in the clear was decided.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ProtectPersonalDataFix)), Shared]
public sealed class ProtectPersonalDataFix() : DocumentCodeFix(PersonalDataInClear.Id)
{
    private protected override IEnumerable<Mend> Find(
        SyntaxNode node,
        Diagnostic diagnostic,
        SemanticModel model,
        CancellationToken cancellation
    )
    {
        // What a base type or a branch holds is mended there, and not where it makes a profile say too much.
        if (
            !diagnostic.Properties.TryGetValue(PersonalDataInClear.SuggestedProperty, out string? suggested)
            || node.Member is not { IsOneMember: true } member
            || member.DeclaredMember(model, cancellation) is not { } symbol
            || (
                member.FindAttribute(AttributeNames.Parameter, model, cancellation)
                ?? member.FindAttribute(AttributeNames.Key, model, cancellation)
            )
                is not { } attribute
        )
        {
            yield break;
        }

        if (HashOf(symbol, suggested) is { } hash)
        {
            yield return new Mend(
                "Hash it",
                editor =>
                    editor.AddArgument(
                        attribute,
                        AttributeNames.Hash,
                        AttributeEditing.Constant("ProfileSchema.ProfileHash", hash.ToString())
                    )
            );
        }

        yield return new Mend(
            "Say that it is personal data, to send it in the clear",
            editor =>
                editor.AddArgument(
                    attribute,
                    AttributeNames.IsPersonalData,
                    SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression)
                )
        );
    }

    /// <summary>
    /// The hash that normalises such a value as other systems do, or null if the type has no text to hash, or a converter makes it.
    /// </summary>
    private static HashKind? HashOf(ISymbol member, string? suggested)
    {
        if (member.FindAttribute(AttributeNames.Converter) is not null)
        {
            return null;
        }

        return CollectionTypes.SentKind(MarkedMember.TypeOf(member)!) switch
        {
            ScalarKind.String => suggested switch
            {
                PersonalData.EmailAddress => HashKind.Sha256Email,
                PersonalData.PhoneNumber => HashKind.Sha256Phone,
                _ => HashKind.Sha256,
            },
            { CanBeHashed: true } => HashKind.Sha256,
            _ => null,
        };
    }
}
