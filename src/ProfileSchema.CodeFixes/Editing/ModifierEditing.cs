using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace ProfileSchema.CodeFixes.Editing;

/// <summary>Adds modifiers where they belong. Done twice, an edit is as if it were done once.</summary>
internal static class ModifierEditing
{
    extension(SyntaxEditor editor)
    {
        /// <summary>Makes a type partial, and the types around it: a profile inside others takes all of them to be.</summary>
        public void AddPartial(SyntaxNode type)
        {
            foreach (TypeDeclarationSyntax declaration in type.AncestorsAndSelf().OfType<TypeDeclarationSyntax>())
            {
                editor.Add(declaration, DeclarationModifiers.Partial);
            }
        }

        public void AddRequired(SyntaxNode member) => editor.Add(member, DeclarationModifiers.Required);

        private void Add(SyntaxNode declaration, DeclarationModifiers modifier) =>
            editor.ReplaceNode(
                declaration,
                (current, generator) => generator.WithModifiers(current, generator.GetModifiers(current) | modifier)
            );
    }
}
