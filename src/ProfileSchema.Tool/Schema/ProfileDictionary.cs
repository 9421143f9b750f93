using System.Globalization;
using ProfileSchema.Tool.Rows;

namespace ProfileSchema.Tool.Schema;

/// <summary>What a profile type sends.</summary>
internal sealed record ProfileDictionary(
    string TypeName,
    ProfileKeyKind KeyKind,
    ProfileHash KeyHash,
    IReadOnlyList<ProfileParameter> Parameters
)
{
    public static readonly string[] Columns = ["attribute", "type", "rules", "meaning"];

    public string KeyName =>
        (KeyKind is ProfileKeyKind.PcId ? KeyKinds.PcId : KeyKinds.ThirdPartyId)
        + (KeyHash is ProfileHash.None ? "" : $", hashed by {KeyHash}");

    public static string[] Cells(ProfileParameter parameter) =>
        [
            // Audiences show it so (NAME-1).
            "profile." + parameter.Name,
            TypeNameOf(parameter.Type),
            string.Join("; ", Rules(parameter)),
            parameter.Summary ?? "",
        ];

    /// <summary>The type as one speaks of it, whatever the language.</summary>
    public static string TypeNameOf(Type type)
    {
        if (type.IsEnum)
        {
            return "one of " + string.Join(", ", Enum.GetNames(type));
        }

        if (type.IsGenericType)
        {
            string name = type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)];
            return $"{name} of {string.Join(", ", type.GetGenericArguments().Select(TypeNameOf))}";
        }

        return type.IsArray ? $"list of {TypeNameOf(type.GetElementType()!)}" : type.Name;
    }

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
