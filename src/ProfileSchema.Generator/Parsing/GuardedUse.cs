using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Parsing;

/// <summary>
/// Finds what the compiler speaks up about wherever it is named: what is obsolete, or an experiment. Who uses it in a profile
/// has answered for it there, and cannot in the contract. So warnings that have ids of their own are disabled in it, and it is
/// marked obsolete itself where only obsolete code may use something (<c>[Obsolete("…", error: true)]</c>).
/// </summary>
internal sealed class GuardedUse(IAssemblySymbol user, MemberAttributes members)
{
    private const string Obsolete = "System.ObsoleteAttribute";
    private const string ObsoleteId = "DiagnosticId";
    private const string Experimental = "System.Diagnostics.CodeAnalysis.ExperimentalAttribute";

    private readonly SortedSet<string> _warnings = new(StringComparer.Ordinal);

    /// <summary>The types, assemblies and modules that were looked at; the profile's own assembly needs no look.</summary>
    private readonly HashSet<ISymbol> _noted = new(SymbolEqualityComparer.Default) { user };

    /// <summary>Whether only obsolete code may use something.</summary>
    public bool IsForbidden { get; private set; }

    /// <summary>The ids of the warnings that are no other's.</summary>
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

                // The compiler looks at what is overridden, or at the interface's property that is read in its place.
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
