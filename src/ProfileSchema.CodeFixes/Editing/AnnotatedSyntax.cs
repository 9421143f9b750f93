using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProfileSchema.CodeFixes.Editing;

/// <summary>Finds the declaration of an annotated member, and its attributes, in the syntax.</summary>
internal static class AnnotatedSyntax
{
    extension(SyntaxNode node)
    {
        /// <summary>The property, field or positional parameter in which a rule is reported; null if the rule is about the type.</summary>
        public SyntaxNode? Member =>
            node.FirstAncestorOrSelf<SyntaxNode>(static n =>
                n is BasePropertyDeclarationSyntax or FieldDeclarationSyntax or ParameterSyntax
            );

        /// <summary>The type of a member.</summary>
        public TypeSyntax? TypeOfMember() =>
            node switch
            {
                BasePropertyDeclarationSyntax property => property.Type,
                FieldDeclarationSyntax field => field.Declaration.Type,
                ParameterSyntax positional => positional.Type,
                _ => null,
            };

        /// <summary>Whether the declaration is of one member, so that its attributes and its type are that member's alone.</summary>
        public bool IsOneMember => node is not FieldDeclarationSyntax { Declaration.Variables.Count: not 1 };

        private SyntaxList<AttributeListSyntax> AttributeLists =>
            node switch
            {
                MemberDeclarationSyntax member => member.AttributeLists,
                ParameterSyntax positional => positional.AttributeLists,
                _ => default,
            };

        /// <summary>The first attribute of that full name on a member.</summary>
        public AttributeSyntax? FindAttribute(string metadataName, SemanticModel model, CancellationToken cancellation)
        {
            foreach (AttributeSyntax attribute in node.AttributeLists.SelectMany(static list => list.Attributes))
            {
                if (model.GetTypeInfo(attribute, cancellation).Type?.ToDisplayString() == metadataName)
                {
                    return attribute;
                }
            }

            return null;
        }

        /// <summary>Whether no declaration but its own decides the type of a member: no base type, interface or other part.</summary>
        public bool HasFreeType(SemanticModel model, CancellationToken cancellation) =>
            node.DeclaredMember(model, cancellation) is { IsOverride: false, IsAbstract: false } member
            && node is not PropertyDeclarationSyntax { ExplicitInterfaceSpecifier: not null }
            && (node as MemberDeclarationSyntax)?.Modifiers.Any(SyntaxKind.PartialKeyword) is not true
            && !member
                .ContainingType.AllInterfaces.SelectMany(implemented => implemented.GetMembers(member.Name))
                .Any(declared =>
                    SymbolEqualityComparer.Default.Equals(
                        member.ContainingType.FindImplementationForInterfaceMember(declared),
                        member
                    )
                );

        /// <summary>The field or property that a member declares.</summary>
        public ISymbol? DeclaredMember(SemanticModel model, CancellationToken cancellation) =>
            node switch
            {
                FieldDeclarationSyntax { Declaration.Variables: [var variable, ..] } => model.GetDeclaredSymbol(
                    variable,
                    cancellation
                ),
                ParameterSyntax { Parent.Parent: TypeDeclarationSyntax type } positional => model
                    .GetDeclaredSymbol(type, cancellation)
                    ?.GetMembers(positional.Identifier.ValueText)
                    .FirstOrDefault(),
                MemberDeclarationSyntax member => model.GetDeclaredSymbol(member, cancellation),
                _ => null,
            };
    }
}
