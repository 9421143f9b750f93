using System.Globalization;
using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Diagnostics;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Reads an attribute's enum, whose values are numbers here, because the generator can't load the library.</summary>
internal static class AttributeEnums
{
    /// <param name="value">The constant, or null where none is given or none could be read.</param>
    public static TEnum Read<TEnum>(ProfileContext context, object? value, TEnum standard, Location location)
        where TEnum : struct, Enum
    {
        if (value is not int number)
        {
            return standard;
        }

        var read = (TEnum)Enum.ToObject(typeof(TEnum), number);
        if (!Enum.IsDefined(typeof(TEnum), read))
        {
            string names = string.Join(", ", Enum.GetNames(typeof(TEnum)));
            string text = number.ToString(CultureInfo.InvariantCulture);
            context.Report(SchemaRules.AttributeValueUndefined, location, text, context.Type.Name, names);
        }

        return read;
    }
}
