namespace ProfileSchema.Generator.Parsing;

/// <summary>The attributes of the schema language, by their full metadata names, and their properties.</summary>
internal static class AttributeNames
{
    public const string Profile = "ProfileSchema.ProfileAttribute";
    public const string Key = "ProfileSchema.ProfileKeyAttribute";
    public const string Parameter = "ProfileSchema.ProfileParameterAttribute";

    public const string Naming = "Naming";
    public const string Format = "Format";
}
