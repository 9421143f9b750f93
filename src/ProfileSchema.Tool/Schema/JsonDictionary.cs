using System.Text.Json;
using ProfileSchema.Tool.Output;

namespace ProfileSchema.Tool.Schema;

/// <summary>The data dictionary as JSON schema: an object a profile, a text a parameter, since all values are texts (VALUE-1).</summary>
internal static class JsonDictionary
{
    public static void Write(IReadOnlyList<ProfileDictionary> profiles, ToolConsole console)
    {
        using Stream output = console.OpenOut();
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
            json.WriteStartObject("$defs");
            foreach (ProfileDictionary profile in profiles)
            {
                Write(json, profile);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void Write(Utf8JsonWriter json, ProfileDictionary profile)
    {
        json.WriteStartObject(profile.TypeName);
        json.WriteString("type", "object");
        json.WriteString("description", $"Keyed by {profile.KeyName}.");
        json.WriteStartObject("properties");
        foreach (ProfileParameter parameter in profile.Parameters)
        {
            Write(json, profile, parameter);
        }

        json.WriteEndObject();
        json.WriteStartArray("required");
        foreach (ProfileParameter parameter in profile.Parameters.Where(parameter => !parameter.IsNullable))
        {
            json.WriteStringValue(parameter.Name);
        }

        json.WriteEndArray();
        json.WriteBoolean("additionalProperties", value: false);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ProfileDictionary profile, ProfileParameter parameter)
    {
        string[] cells = profile.Cells(parameter);
        json.WriteStartObject(parameter.Name);
        json.WriteString("type", "string");
        json.WriteNumber("maxLength", parameter.MaxLength);
        json.WriteString("title", cells[0]);
        if (parameter.Summary is { } summary)
        {
            json.WriteString("description", summary);
        }

        json.WriteString("$comment", cells[2].Length == 0 ? cells[1] : $"{cells[1]}; {cells[2]}");
        json.WriteEndObject();
    }
}
