using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProfileSchema.CodeFixes.Editing;
using ProfileSchema.Generator.Diagnostics;
using ProfileSchema.Generator.Model;
using ProfileSchema.Generator.Parsing;

namespace ProfileSchema.CodeFixes.Declarations;

/// <summary>Hashes personal data (HASH-1), or confirms on the member that it is sent in plain text.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ProtectPersonalDataFix)), Shared]
public sealed class ProtectPersonalDataFix() : DocumentCodeFix(SchemaRules.PersonalDataInPlainText.Id)
{
    private protected override IEnumerable<Fix> Find(
        SyntaxNode node,
        Diagnostic diagnostic,
        SemanticModel model,
        CancellationToken cancellation
    )
    {
        // A member of a base type or a nested object is fixed where it is declared.
        if (
            !diagnostic.Properties.TryGetValue(SchemaRules.SuggestedProperty, out string? suggested)
            || node.Member is not { IsOneMember: true } member
            || member.DeclaredMember(model, cancellation) is not { } symbol
            || !diagnostic.Properties.TryGetValue(SchemaRules.AttributeProperty, out string? name)
            || member.FindAttribute(name!, model, cancellation) is not { } attribute
        )
        {
            yield break;
        }

        if (HashOf(symbol, suggested) is { } hash)
        {
            yield return new Fix(
                $"Set Hash = ProfileHash.{hash}",
                editor =>
                {
                    if (ShortLimit(attribute, model, cancellation) is { } limit)
                    {
                        editor.RemoveArgument(limit);
                    }

                    editor.AddArgument(
                        attribute,
                        AttributeNames.Hash,
                        AttributeEditing.Constant("ProfileSchema.ProfileHash", hash.ToString())
                    );
                }
            )
            {
                EquivalenceKey = AttributeNames.Hash,
            };
        }

        yield return new Fix(
            "Set IsPersonalData = true",
            editor =>
                editor.AddArgument(
                    attribute,
                    AttributeNames.IsPersonalData,
                    SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression)
                )
        );
    }

    /// <summary>A MaxLength that is too small for a hash.</summary>
    private static AttributeArgumentSyntax? ShortLimit(
        AttributeSyntax attribute,
        SemanticModel model,
        CancellationToken cancellation
    ) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(argument =>
            argument.NameEquals?.Name.Identifier.ValueText == AttributeNames.MaxLength
            && model.GetConstantValue(argument.Expression, cancellation).Value is int and < OptionRules.HashLength
        );

    /// <summary>
    /// The hash that suits the value, or null if the value can't be hashed or has a converter.
    /// </summary>
    private static HashKind? HashOf(ISymbol member, string? suggested)
    {
        if (member.FindAttribute(AttributeNames.Converter) is not null)
        {
            return null;
        }

        return CollectionTypes.SentKind(AnnotatedMember.TypeOf(member)!) switch
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
