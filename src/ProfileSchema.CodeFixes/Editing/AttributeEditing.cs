using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace ProfileSchema.CodeFixes.Editing;

/// <summary>Edits attributes and their arguments. Done twice, an edit is as if it were done once.</summary>
internal static class AttributeEditing
{
    extension(SyntaxEditor editor)
    {
        /// <summary>Adds <c>name = value</c> to an attribute, unless it has an argument of that name.</summary>
        public void AddArgument(AttributeSyntax attribute, string name, ExpressionSyntax value) =>
            editor.ReplaceNode(
                attribute,
                (current, _) =>
                    current is AttributeSyntax edited && !Sets(edited, name)
                        ? edited.WithArgumentList(WithArgument(edited.ArgumentList, name, value))
                        : current
            );

        /// <summary>Adds an attribute to a member or a type; to the property that a positional parameter makes.</summary>
        public void AddAttributes(SyntaxNode declaration, AttributeListSyntax attributes) =>
            editor.ReplaceNode(
                declaration,
                (current, generator) =>
                    current is ParameterSyntax positional
                        ? positional.AddAttributeLists(
                            attributes.WithTarget(AttributeTargetSpecifier(Token(SyntaxKind.PropertyKeyword)))
                        )
                        : generator.InsertAttributes(current, 0, attributes)
            );

        /// <summary>Removes an argument, and the parentheses with the last one.</summary>
        public void RemoveArgument(AttributeArgumentSyntax argument)
        {
            if (argument.Parent is AttributeArgumentListSyntax { Arguments.Count: 1 } list)
            {
                editor.RemoveNode(list, SyntaxRemoveOptions.KeepNoTrivia);
            }
            else
            {
                editor.RemoveNode(argument, SyntaxRemoveOptions.KeepNoTrivia);
            }
        }

        /// <summary>Removes an attribute, and its brackets if it is the only one in them.</summary>
        public void RemoveAttribute(AttributeSyntax attribute)
        {
            if (attribute.Parent is not AttributeListSyntax { Attributes.Count: 1, Parent: { } member } list)
            {
                editor.RemoveNode(attribute, SyntaxRemoveOptions.KeepNoTrivia);
                return;
            }

            // The trivia before the first brackets belongs to the member: its comments and indentation.
            bool isFirst = member.GetFirstToken() == list.GetFirstToken();
            editor.TrackNode(list);
            editor.ReplaceNode(
                member,
                (current, _) =>
                {
                    SyntaxNode edited = current.RemoveNode(
                        current.GetCurrentNode(list)!,
                        SyntaxRemoveOptions.KeepNoTrivia
                    )!;
                    return isFirst ? edited.WithLeadingTrivia(current.GetLeadingTrivia()) : edited;
                }
            );
        }
    }

    /// <summary>A name that is written as short as the usings of the file allow.</summary>
    public static NameSyntax ShortName(string fullName) =>
        ParseName("global::" + fullName).WithAdditionalAnnotations(Simplifier.Annotation);

    /// <summary>A member of a type, the type written as short as the usings of the file allow.</summary>
    public static ExpressionSyntax Constant(string type, string member) =>
        MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, ShortName(type), IdentifierName(member));

    public static AttributeListSyntax AttributeList(string type, params ExpressionSyntax[] arguments) =>
        SyntaxFactory
            .AttributeList(
                SingletonSeparatedList(
                    Attribute(
                        ShortName(type),
                        arguments.Length == 0
                            ? null
                            : AttributeArgumentList(SeparatedList(arguments.Select(AttributeArgument)))
                    )
                )
            )
            .WithAdditionalAnnotations(Formatter.Annotation);

    public static LiteralExpressionSyntax StringLiteral(string text) =>
        LiteralExpression(SyntaxKind.StringLiteralExpression, Literal(text));

    public static LiteralExpressionSyntax CharacterLiteral(char character) =>
        LiteralExpression(SyntaxKind.CharacterLiteralExpression, Literal(character));

    private static bool Sets(AttributeSyntax attribute, string name) =>
        attribute.ArgumentList?.Arguments.Any(argument => argument.NameEquals?.Name.Identifier.ValueText == name)
            is true;

    private static AttributeArgumentListSyntax WithArgument(
        AttributeArgumentListSyntax? list,
        string name,
        ExpressionSyntax value
    ) =>
        (list ?? AttributeArgumentList())
            .AddArguments(AttributeArgument(NameEquals(name), null, value))
            .WithAdditionalAnnotations(Formatter.Annotation);
}
