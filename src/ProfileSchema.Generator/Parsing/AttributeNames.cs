namespace ProfileSchema.Generator.Parsing;

/// <summary>The attributes of the schema language, by their full metadata names, and their properties.</summary>
internal static class AttributeNames
{
    public const string Profile = "ProfileSchema.ProfileAttribute";
    public const string ContractFor = "ProfileSchema.ProfileContractForAttribute`1";
    public const string Key = "ProfileSchema.ProfileKeyAttribute";
    public const string Parameter = "ProfileSchema.ProfileParameterAttribute";
    public const string Value = "ProfileSchema.ProfileValueAttribute";
    public const string Converter = "ProfileSchema.ProfileConverterAttribute`1";
    public const string Flags = "System.FlagsAttribute";

    public const string Naming = "Naming";
    public const string Format = "Format";
    public const string Separator = "Separator";
    public const string Hash = "Hash";
    public const string NullValue = "NullValue";
    public const string MaxLength = "MaxLength";
    public const string Flatten = "Flatten";
    public const string IsPersonalData = "IsPersonalData";
}
