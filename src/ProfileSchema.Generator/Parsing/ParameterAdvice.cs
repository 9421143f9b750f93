using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProfileSchema.Generator.Diagnostics;
using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Reports what is probably unintended about a parameter that can be sent.</summary>
internal static class ParameterAdvice
{
    public static void Give(ProfileContext context, AnnotatedMember member, ParameterOptions options, string name)
    {
        if (!context.Advises)
        {
            return;
        }

        if (options.Hash is HashKind.None && !options.IsPersonalData)
        {
            AdviseOnPersonalData(context, member, AttributeNames.Parameter, name);
        }

        // A key is never null, so it can't be made nullable.
        if (
            member.IsOwn
            && member.Key is null
            && context.Target is null
            && HoldsDefaultUnasked(member, context.Cancellation)
        )
        {
            string type = member.Type.ToMessage();
            context.Report(SchemaRules.DefaultOverwrites, member.TypeLocation, member.Title, type);
        }
    }

    /// <summary>Reports a member whose name, or whose parameter name, suggests personal data.</summary>
    /// <param name="attribute">The attribute that decides how the value is sent.</param>
    public static void AdviseOnPersonalData(
        ProfileContext context,
        AnnotatedMember member,
        string attribute,
        string? name
    )
    {
        string? suggested = PersonalData.SuggestedBy(member.Name, member.Type);
        if (suggested is null && name is not null)
        {
            suggested = PersonalData.SuggestedBy(name, member.Type);
        }

        if (suggested is not null)
        {
            ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty;
            properties = member.IsOwn
                ? properties.Add(SchemaRules.SuggestedProperty, suggested).Add(SchemaRules.AttributeProperty, attribute)
                : properties;
            context.Report(
                SchemaRules.PersonalDataInPlainText,
                member.NameLocation,
                properties,
                member.Title,
                suggested
            );
        }
    }

    /// <summary>Whether the member has a default value if nothing sets it.</summary>
    private static bool HoldsDefaultUnasked(AnnotatedMember member, CancellationToken cancellation) =>
        member.Type.IsValueType
        && ScalarTypes.KindOf(member.Type) is not (null or ScalarKind.Enum)
        && !ScalarTypes.IsNullable(member.Type)
        && IsSetLater(member.Symbol)
        && member.Symbol.DeclaringSyntaxReferences is [var reference, ..]
        && reference.GetSyntax(cancellation)
            is VariableDeclaratorSyntax { Initializer: null }
                or PropertyDeclarationSyntax
                {
                    Initializer: null,
                    AccessorList.Accessors: [{ Body: null, ExpressionBody: null }, ..]
                };

    private static bool IsSetLater(ISymbol member) =>
        member switch
        {
            IPropertySymbol property => property is { SetMethod: not null, IsRequired: false, IsAbstract: false },
            IFieldSymbol field => field is { IsReadOnly: false, IsRequired: false },
            _ => false,
        };
}
