using System.Globalization;
using System.Reflection;
using System.Text.Json;
using ProfileSchema.Tool.Rows;

namespace ProfileSchema.Tool.Schema;

/// <summary>What a profile type sends.</summary>
internal sealed record ProfileDictionary(
    string TypeName,
    ProfileKeyKind KeyKind,
    ProfileHash KeyHash,
    ProfileNaming Naming,
    IReadOnlyList<ProfileParameter> Parameters
)
{
    public static readonly string[] Columns = ["attribute", "type", "rules", "meaning"];

    public string KeyName => KeyKinds.NameOf(KeyKind) + (KeyHash is ProfileHash.None ? "" : $", hashed by {KeyHash}");

    public string[] Cells(ProfileParameter parameter) =>
        [
            // Audiences show it so (NAME-1).
            "profile." + parameter.Name,
            TypeNameOf(parameter.Type),
            string.Join("; ", Rules(parameter)),
            parameter.Summary ?? "",
        ];

    /// <summary>The type as one speaks of it, whatever the language.</summary>
    private string TypeNameOf(Type type)
    {
        if (type.IsEnum)
        {
            return "one of "
                + string.Join(", ", type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(WireNameOf));
        }

        if (type.IsGenericType)
        {
            string name = type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)];
            return $"{name} of {string.Join(", ", type.GetGenericArguments().Select(TypeNameOf))}";
        }

        return type.IsArray ? $"list of {TypeNameOf(type.GetElementType()!)}" : type.Name;
    }

    /// <summary>The name of an enum's value as it is sent, which is what an audience compares with.</summary>
    private string WireNameOf(FieldInfo value) =>
        value.GetCustomAttribute<ProfileValueAttribute>()?.Value
        ?? Naming switch
        {
            ProfileNaming.CamelCase => JsonNamingPolicy.CamelCase.ConvertName(value.Name),
            ProfileNaming.SnakeCase => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.Name),
            _ => value.Name,
        };

    private static IEnumerable<string> Rules(ProfileParameter parameter)
    {
        if (parameter.IsNullable)
        {
            yield return "may be missing";
        }

        if (parameter.Format is { } format)
        {
            yield return $"format {format}";
        }

        if (parameter.Separator is { } separator)
        {
            yield return $"several, joined by {separator}";
        }

        if (parameter.Hash is not ProfileHash.None)
        {
            yield return $"hashed by {parameter.Hash}";
        }

        if (parameter.NullValue is { } word)
        {
            yield return $"{word} where there is none";
        }

        if (parameter.MaxLength != ProfileLimits.ValueLength)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"at most {parameter.MaxLength} characters");
        }
    }
}
