using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProfileSchema.Tool.Output;

/// <summary>Numbers and times as people read them, the same in every country.</summary>
internal static class Display
{
    /// <summary>How results are written for programs: everything beyond ASCII is escaped.</summary>
    public static JsonSerializerOptions Json { get; } =
        new(JsonSerializerDefaults.Web)
        {
            WriteIndented = true,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        };

    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Time(DateTimeOffset? time) =>
        time?.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";

    public static string Duration(TimeSpan duration) => duration.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture);
}
