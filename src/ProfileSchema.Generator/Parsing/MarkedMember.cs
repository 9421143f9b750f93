using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProfileSchema.Generator.Parsing;

/// <summary>A member that carries an attribute of the schema language.</summary>
/// <param name="Profile">The profile that is being parsed, which need not be the type that declares the member.</param>
internal sealed record MarkedMember(
    ProfileContext Profile,
    ISymbol Symbol,
    AttributeData? Key,
    AttributeData? Parameter
)
{
    /// <summary>The member's name; that of the interface's member if it is an explicit implementation.</summary>
    public string Name =>
        Symbol is IPropertySymbol { ExplicitInterfaceImplementations: [{ } implemented, ..] }
            ? implemented.Name
            : Symbol.Name;

    /// <summary>The member as messages name it.</summary>
    public string Title =>
        $"{Symbol.ContainingType.Name}.{(Symbol is IPropertySymbol { IsIndexer: true } ? "this[]" : Name)}";

    public ITypeSymbol Type => TypeOf(Symbol)!;

    /// <summary>Where the member is named.</summary>
    public Location NameLocation => IsInherited ? Profile.Location : Symbol.Locations[0];

    /// <summary>Where the member's type is written.</summary>
    public Location TypeLocation => IsInherited || TypeSyntax is not { } syntax ? NameLocation : syntax.GetLocation();

    /// <summary>
    /// A base type may serve many profiles, or come from another assembly: what is wrong with its members for one
    /// profile is said where that profile is named.
    /// </summary>
    private bool IsInherited => !SymbolEqualityComparer.Default.Equals(Symbol.ContainingType, Profile.Type);

    private TypeSyntax? TypeSyntax =>
        Symbol.DeclaringSyntaxReferences is [var reference, ..]
            ? reference.GetSyntax(Profile.Cancellation) switch
            {
                BasePropertyDeclarationSyntax property => property.Type,
                ParameterSyntax positional => positional.Type,
                VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declared } => declared.Type,
                _ => null,
            }
            : null;

    public static ITypeSymbol? TypeOf(ISymbol member) =>
        member switch
        {
            IPropertySymbol property => property.Type,
            IFieldSymbol field => field.Type,
            _ => null,
        };

    /// <summary>Where an argument of one of the member's attributes is written, else where the member is named.</summary>
    public Location ArgumentLocation(AttributeData? attribute, string? property = null) =>
        IsInherited ? Profile.Location : attribute?.ArgumentLocation(property) ?? NameLocation;
}
