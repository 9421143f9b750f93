using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Reads attributes, incomplete ones included: a missing or invalid value is null.</summary>
internal static class AttributeReading
{
    extension(ISymbol symbol)
    {
        /// <summary>The first attribute of that full name.</summary>
        public AttributeData? FindAttribute(string metadataName) => symbol.GetAttributes().Find(metadataName);
    }

    extension(ImmutableArray<AttributeData> attributes)
    {
        /// <summary>The first attribute of that full name.</summary>
        public AttributeData? Find(string metadataName)
        {
            foreach (AttributeData attribute in attributes)
            {
                if (
                    attribute.AttributeClass is { } type
                    && EndsWith(metadataName, metadataName.Length, type.MetadataName)
                    && type is { ContainingType: null, ContainingNamespace: { } space }
                    && IsNamed(space, metadataName, metadataName.Length - type.MetadataName.Length)
                )
                {
                    return attribute;
                }
            }

            return null;
        }
    }

    /// <summary>Whether a full name begins with that of a namespace and a dot. This is called for every member of every type, so nothing is allocated.</summary>
    private static bool IsNamed(INamespaceSymbol space, string name, int length)
    {
        for (INamespaceSymbol part = space; !part.IsGlobalNamespace; part = part.ContainingNamespace)
        {
            length--;
            if (length < 0 || name[length] != '.' || !EndsWith(name, length, part.Name))
            {
                return false;
            }

            length -= part.Name.Length;
        }

        return length == 0;
    }

    /// <summary>Whether so much of a text ends with another.</summary>
    private static bool EndsWith(string text, int length, string ending) =>
        length >= ending.Length && string.CompareOrdinal(text, length - ending.Length, ending, 0, ending.Length) == 0;

    extension(AttributeData attribute)
    {
        /// <summary>The only argument of the constructor.</summary>
        public object? Argument =>
            attribute.ConstructorArguments is [{ Kind: not TypedConstantKind.Array } argument] ? argument.Value : null;

        /// <summary>The value of a property.</summary>
        public object? Property(string name)
        {
            foreach (KeyValuePair<string, TypedConstant> property in attribute.NamedArguments)
            {
                if (property.Key == name && property.Value.Kind is not TypedConstantKind.Array)
                {
                    return property.Value.Value;
                }
            }

            return null;
        }

        /// <summary>The only type argument of a generic attribute.</summary>
        public ITypeSymbol? TypeArgument =>
            attribute.AttributeClass is { TypeArguments: [{ } argument] } ? argument : null;

        /// <summary>Where the constructor's argument is written, or the property's if a name is given.</summary>
        public Location? ArgumentLocation(string? property = null)
        {
            if (attribute.ApplicationSyntaxReference?.GetSyntax() is not AttributeSyntax { ArgumentList: { } list })
            {
                return null;
            }

            foreach (AttributeArgumentSyntax argument in list.Arguments)
            {
                if (argument.NameEquals?.Name.Identifier.ValueText == property)
                {
                    return argument.Expression.GetLocation();
                }
            }

            return null;
        }
    }
}
