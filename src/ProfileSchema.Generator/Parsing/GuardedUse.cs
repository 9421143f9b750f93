using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Parsing;

/// <summary>
/// Finds obsolete and experimental symbols, which the compiler reports at each use. The author of a profile has decided about
/// them in the profile, and can't in the contract. So the contract disables warnings that have ids of their own, and it is
/// annotated as obsolete itself where only obsolete code may use a symbol (<c>[Obsolete("…", error: true)]</c>).
/// </summary>
internal sealed class GuardedUse(IAssemblySymbol user, MemberAttributes members)
{
    private const string Obsolete = "System.ObsoleteAttribute";
    private const string ObsoleteId = "DiagnosticId";
    private const string Experimental = "System.Diagnostics.CodeAnalysis.ExperimentalAttribute";

    private readonly SortedSet<string> _warnings = new(StringComparer.Ordinal);

    /// <summary>The types, assemblies, and modules that were checked. The profile's own assembly isn't checked.</summary>
    private readonly HashSet<ISymbol> _noted = new(SymbolEqualityComparer.Default) { user };

    /// <summary>Whether the contract uses a symbol that only obsolete code may use.</summary>
    public bool IsForbidden { get; private set; }

    /// <summary>The ids of the warnings, other than those of the compiler.</summary>
    public EquatableArray<string> Warnings => [.. _warnings];

    /// <summary>Notes a member that is read, or a type that is named.</summary>
    public void Add(ISymbol? symbol)
    {
        switch (symbol)
        {
            case IPropertySymbol property:
                Note(members.Of(property));
                if (property.GetMethod is { } getter)
                {
                    Note(members.Of(getter));
                }

                // The compiler checks the overridden property, or the property of the interface that is read in its place.
                Add(property.OverriddenProperty);
                foreach (IPropertySymbol implemented in property.ExplicitInterfaceImplementations)
                {
                    Add(implemented);
                }

                Add(property.ContainingType);
                break;
            case IFieldSymbol field:
                Note(members.Of(field));
                Add(field.ContainingType);
                break;
            case IArrayTypeSymbol array:
                Add(array.ElementType);
                break;
            case INamedTypeSymbol type when _noted.Add(type):
                AddType(type);
                break;
        }
    }

    private void AddType(INamedTypeSymbol type)
    {
        Note(type.GetAttributes());
        if (type.ContainingAssembly is { } assembly && _noted.Add(assembly))
        {
            Note(assembly.GetAttributes());
        }

        if (type.ContainingModule is { } module && _noted.Add(module))
        {
            Note(module.GetAttributes());
        }

        if (type.TypeKind is TypeKind.Enum)
        {
            foreach (ISymbol constant in type.GetMembers())
            {
                Note(members.Of(constant));
            }
        }

        foreach (ITypeSymbol argument in type.TypeArguments)
        {
            Add(argument);
        }

        Add(type.ContainingType);
    }

    private void Note(ImmutableArray<AttributeData> attributes)
    {
        if (attributes.Find(Obsolete) is { } obsolete)
        {
            IsForbidden |= obsolete.ConstructorArguments is [_, { Value: true }];
            Disable(obsolete.Property(ObsoleteId));
        }

        if (attributes.Find(Experimental) is { } experimental)
        {
            Disable(experimental.Argument);
        }
    }

    private void Disable(object? id)
    {
        if (id is string text && SyntaxFacts.IsValidIdentifier(text))
        {
            _warnings.Add(text);
        }
    }
}
