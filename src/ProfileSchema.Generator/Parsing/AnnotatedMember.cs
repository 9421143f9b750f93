using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProfileSchema.Generator.Parsing;

/// <summary>A member that carries an attribute of the schema language.</summary>
/// <param name="Profile">The profile that is being parsed, which need not be the type that declares the member.</param>
/// <param name="Symbol">The annotated member.</param>
/// <param name="Holder">The type of the value that the member is read from: the profile, or a nested object.</param>
/// <param name="Root">The profile's own member that leads to this one, if this one is a member of a nested object.</param>
internal sealed record AnnotatedMember(
    ProfileContext Profile,
    ISymbol Symbol,
    AttributeData? Key,
    AttributeData? Parameter,
    ITypeSymbol Holder,
    AnnotatedMember? Root
)
{
    /// <summary>The member that is read: the annotated one, or the one that it is mapped to.</summary>
    public ISymbol Source { get; init; } = Symbol;

    /// <summary>The converter of the member, or of the member that it overrides.</summary>
    public AttributeData? Converter { get; init; }

    /// <summary>The member's name; that of the interface's member if it is an explicit implementation, of the property if it is the field behind one.</summary>
    public string Name =>
        Symbol switch
        {
            IPropertySymbol { ExplicitInterfaceImplementations: [{ } implemented, ..] } => implemented.Name,
            IFieldSymbol { AssociatedSymbol: { } property } => property.Name,
            _ => Symbol.Name,
        };

    /// <summary>The member as messages name it.</summary>
    public string Title =>
        $"{Symbol.ContainingType.Name}.{(Symbol is IPropertySymbol { IsIndexer: true } ? "this[]" : Name)}";

    public ITypeSymbol Type => TypeOf(Source)!;

    /// <summary>Whether the profile itself declares the member, so that rules are reported there.</summary>
    public bool IsOwn => Root is null && SymbolEqualityComparer.Default.Equals(Symbol.ContainingType, Profile.Type);

    /// <summary>Where rules about the member are reported.</summary>
    /// <remarks>
    /// A base type or a nested object can be part of many profiles, or come from another assembly. A rule about one of its members
    /// is reported at the profile, or at the member of the profile that leads there.
    /// </remarks>
    public Location NameLocation => Root?.NameLocation ?? (IsOwn ? Symbol.Locations[0] : Profile.Location);

    /// <summary>Where the member's type is written.</summary>
    public Location TypeLocation => IsOwn && TypeSyntax is { } syntax ? syntax.GetLocation() : NameLocation;

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

    /// <summary>The properties that a property overrides, the nearest first.</summary>
    public static IEnumerable<IPropertySymbol> Overridden(ISymbol symbol)
    {
        for (
            IPropertySymbol? overridden = (symbol as IPropertySymbol)?.OverriddenProperty;
            overridden is not null;
            overridden = overridden.OverriddenProperty
        )
        {
            yield return overridden;
        }
    }

    /// <summary>The value of an option in an attribute of the member, or else of the nearest member that it overrides.</summary>
    public object? Option(AttributeData attribute, string property) =>
        attribute.Property(property)
        ?? Overridden(Symbol)
            .Select(overridden => Same(attribute, overridden)?.Property(property))
            .FirstOrDefault(static value => value is not null);

    private AttributeData? Same(AttributeData attribute, ISymbol member) =>
        Profile
            .Attributes.Of(member)
            .FirstOrDefault(other =>
                SymbolEqualityComparer.Default.Equals(other.AttributeClass, attribute.AttributeClass)
            );

    /// <summary>Where an argument of one of the member's attributes is written, else where the member is named.</summary>
    public Location ArgumentLocation(AttributeData? attribute, string? property = null) =>
        IsOwn ? attribute?.ArgumentLocation(property) ?? NameLocation : NameLocation;

    /// <summary>Where an attribute is written if it is the member's own, else where the member is named.</summary>
    public Location AttributeLocation(AttributeData attribute) =>
        IsOwn
        && Symbol.GetAttributes().Contains(attribute)
        && attribute.ApplicationSyntaxReference?.GetSyntax(Profile.Cancellation) is AttributeSyntax syntax
            ? syntax.Name.GetLocation()
            : NameLocation;
}
