using System.Globalization;

namespace ProfileSchema.Tool.Output;

/// <summary>Numbers and times as people read them, the same in every country.</summary>
internal static class Display
{
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Time(DateTimeOffset? time) =>
        time?.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";

    public static string Duration(TimeSpan duration) => duration.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture);
}
