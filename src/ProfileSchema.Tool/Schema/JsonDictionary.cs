using ProfileSchema.Tool.Output;

namespace ProfileSchema.Tool.Schema;

/// <summary>The data dictionary as JSON schema: an object a profile, a text a parameter, since all values are texts (VALUE-1).</summary>
internal static class JsonDictionary
{
    public static void Write(IReadOnlyList<ProfileDictionary> profiles, ToolConsole console)
    {
        var definitions = new Dictionary<string, object>();
        foreach (ProfileDictionary profile in profiles)
        {
            // Two contracts may describe one type; the last one counts.
            definitions[profile.TypeName] = Describe(profile);
        }

        console.Json(
            new Dictionary<string, object>
            {
                ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
                ["$defs"] = definitions,
            }
        );
    }

    private static object Describe(ProfileDictionary profile) =>
        new
        {
            Type = "object",
            Description = $"Keyed by {profile.KeyName}.",
            Properties = profile.Parameters.ToDictionary(
                parameter => parameter.Name,
                parameter => Describe(profile, parameter)
            ),
            Required = profile.Parameters.Where(parameter => !parameter.IsNullable).Select(parameter => parameter.Name),
            AdditionalProperties = false,
        };

    private static Dictionary<string, object> Describe(ProfileDictionary profile, ProfileParameter parameter)
    {
        string[] cells = profile.Cells(parameter);
        var description = new Dictionary<string, object>
        {
            ["type"] = "string",
            ["maxLength"] = parameter.MaxLength,
            ["title"] = cells[0],
            ["$comment"] = cells[2].Length == 0 ? cells[1] : $"{cells[1]}; {cells[2]}",
        };
        if (parameter.Summary is { } summary)
        {
            description["description"] = summary;
        }

        return description;
    }
}
