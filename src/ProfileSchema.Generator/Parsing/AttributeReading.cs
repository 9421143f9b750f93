using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Reads attributes, half-typed ones included: what is not there, or not a constant, reads as null.</summary>
internal static class AttributeReading
{
    extension(ISymbol symbol)
    {
        /// <summary>The first attribute of that full name.</summary>
        public AttributeData? FindAttribute(string metadataName)
        {
            foreach (AttributeData attribute in symbol.GetAttributes())
            {
                if (
                    attribute.AttributeClass is { ContainingType: null, ContainingNamespace: not null } type
                    && metadataName.EndsWith(type.MetadataName, StringComparison.Ordinal)
                    && $"{type.ContainingNamespace.ToDisplayString()}.{type.MetadataName}" == metadataName
                )
                {
                    return attribute;
                }
            }

            return null;
        }
    }

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
