using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProfileSchema.Generator.Parsing;

/// <summary>The attributes of members, of their accessors, and of the constants of enums.</summary>
/// <remarks>
/// Binding attributes is the slowest thing that a profile asks of the compiler. So it isn't asked where the
/// source shows that there is none, and asked once for all members of one declaration that have a plain
/// <c>[ProfileParameter]</c> and nothing else: between the same braces the same name means the same.
/// </remarks>
internal sealed class MemberAttributes(CancellationToken cancellation)
{
    private readonly Dictionary<(SyntaxNode Declaration, string Name), ImmutableArray<AttributeData>> _mere = [];

    public ImmutableArray<AttributeData> Of(ISymbol symbol)
    {
        if (Lists(symbol) is not { } lists)
        {
            return symbol.GetAttributes();
        }

        if (lists.Count == 0)
        {
            return ImmutableArray<AttributeData>.Empty;
        }

        if (lists[0].Parent?.Parent is not { } declaration || MereName(lists) is not { } name)
        {
            return symbol.GetAttributes();
        }

        if (!_mere.TryGetValue((declaration, name), out ImmutableArray<AttributeData> attributes))
        {
            attributes = symbol.GetAttributes();
            _mere.Add((declaration, name), attributes);
        }

        return attributes;
    }

    /// <summary>All attributes of a symbol in source, or null if they may be elsewhere too.</summary>
    private SyntaxList<AttributeListSyntax>? Lists(ISymbol symbol)
    {
        if (symbol is IFieldSymbol { AssociatedSymbol: IPropertySymbol property })
        {
            return Lists(property) is { } lists && lists.All(static list => list.Target is null)
                ? default(SyntaxList<AttributeListSyntax>)
                : null;
        }

        return symbol.DeclaringSyntaxReferences is [var reference]
            ? reference.GetSyntax(cancellation) switch
            {
                PropertyDeclarationSyntax declared when !IsPartial(declared) => declared.AttributeLists,
                AccessorDeclarationSyntax { Parent.Parent: PropertyDeclarationSyntax of } accessor
                    when !IsPartial(of) => accessor.AttributeLists,
                VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax field } => field.AttributeLists,
                EnumMemberDeclarationSyntax constant => constant.AttributeLists,
                _ => null,
            }
            : null;
    }

    private static bool IsPartial(PropertyDeclarationSyntax property) =>
        property.Modifiers.Any(SyntaxKind.PartialKeyword);

    /// <summary>The name of the only attribute, if it is a simple one and has no arguments. <c>@</c> counts: it rules out the suffix that is left off.</summary>
    private static string? MereName(SyntaxList<AttributeListSyntax> lists) =>
        lists is [{ Target: null, Attributes: [{ ArgumentList: null, Name: IdentifierNameSyntax name }] }]
            ? name.Identifier.Text
            : null;
}
