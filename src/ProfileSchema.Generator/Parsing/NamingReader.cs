namespace ProfileSchema.Generator.Parsing;

/// <summary>Reads the naming that a profile asks for.</summary>
internal static class NamingReader
{
    public static NamingPolicy Read(ProfileContext context) =>
        AttributeEnums.Read(
            context,
            context.Attribute.Property(AttributeNames.Naming),
            NamingPolicy.CamelCase,
            context.Attribute.ArgumentLocation(AttributeNames.Naming) ?? context.Location
        );
}
