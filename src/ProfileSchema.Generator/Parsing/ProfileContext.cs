using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProfileSchema.Generator.Parsing;

/// <summary>The profile that is being parsed, and the rules that were reported. It lives no longer than the parsing.</summary>
internal sealed class ProfileContext(
    INamedTypeSymbol type,
    ITypeSymbol? target,
    AttributeData attribute,
    Compilation compilation,
    bool advises,
    CancellationToken cancellation
)
{
    private readonly ImmutableArray<Diagnostic>.Builder _diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();

    /// <summary>The annotated type, into which the contract is emitted.</summary>
    public INamedTypeSymbol Type { get; } = type;

    /// <summary>The type whose values are sent, if it is another one.</summary>
    public ITypeSymbol? Target { get; } = target;

    public AttributeData Attribute { get; } = attribute;

    public Compilation Compilation { get; } = compilation;

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>Whether warnings are reported. They don't affect the contract, and the generator reports nothing.</summary>
    public bool Advises { get; } = advises;

    /// <summary>The location for rules about the profile as a whole.</summary>
    public Location Location { get; } =
        attribute.ApplicationSyntaxReference?.GetSyntax().FirstAncestorOrSelf<BaseTypeDeclarationSyntax>()
            is { } declaration
            ? declaration.Identifier.GetLocation()
            : type.Locations[0];

    /// <summary>Whether a contract may be made: no rule forbids it, and every type is known.</summary>
    public bool IsSound { get; private set; } = true;

    /// <summary>The attributes of members.</summary>
    public MemberAttributes Attributes { get; } = new(cancellation);

    /// <summary>The types whose annotated members are sent: the profile, and nested objects with the member that leads to them.</summary>
    public List<(INamedTypeSymbol Type, AnnotatedMember? Root)> Holders { get; } = [];

    /// <summary>How the contract names types.</summary>
    public ExternAliases Aliases { get; } = new(compilation);

    /// <summary>The obsolete and experimental symbols that the contract uses.</summary>
    public GuardedUse Guarded => field ??= new(Type.ContainingAssembly, Attributes);

    public ImmutableArray<Diagnostic> Diagnostics => _diagnostics.ToImmutable();

    /// <summary>Reports a rule. An error means that no contract is made.</summary>
    public void Report(DiagnosticDescriptor rule, Location location, params object[] arguments) =>
        Report(rule, location, ImmutableDictionary<string, string?>.Empty, arguments);

    /// <param name="properties">What a code fix has to know.</param>
    public void Report(
        DiagnosticDescriptor rule,
        Location location,
        ImmutableDictionary<string, string?> properties,
        params object[] arguments
    )
    {
        _diagnostics.Add(Diagnostic.Create(rule, location, properties, arguments));
        if (rule.DefaultSeverity is DiagnosticSeverity.Error)
        {
            IsSound = false;
        }
    }

    /// <summary>Notes a symbol that the contract will use.</summary>
    public void Use(ISymbol? symbol) => Guarded.Add(symbol);

    /// <summary>Makes no contract, because the compiler reports an error.</summary>
    public void LeaveToCompiler() => IsSound = false;
}
