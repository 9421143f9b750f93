using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Reads the naming that is set on a profile, or on the nearest of its base types that sets one.</summary>
/// <remarks>An inherited member is the same parameter, whichever of the types is sent.</remarks>
internal static class NamingReader
{
    public static NamingPolicy Read(ProfileContext context) =>
        AttributeEnums.Read(
            context,
            Nearest(context),
            NamingPolicy.CamelCase,
            context.Attribute.ArgumentLocation(AttributeNames.Naming) ?? context.Location
        );

    private static object? Nearest(ProfileContext context)
    {
        object? naming = context.Attribute.Property(AttributeNames.Naming);
        for (INamedTypeSymbol? type = context.Type.BaseType; naming is null && type is not null; type = type.BaseType)
        {
            naming = ProfileParser.FindAttribute(type)?.Property(AttributeNames.Naming);
        }

        return naming;
    }
}
