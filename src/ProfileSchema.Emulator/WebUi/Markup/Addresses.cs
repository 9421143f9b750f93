using System.Globalization;

namespace ProfileSchema.Emulator.WebUi.Markup;

/// <summary>The addresses of the web UI's views. All but the first are under a path of their own, which no API has.</summary>
internal static class Addresses
{
    public const string Overview = "/";
    public const string Root = "/page/";
    public const string ProfilesPath = Root + "profiles";
    public const string ProfilePath = Root + "profile";
    public const string BatchesPath = Root + "batches";
    public const string BatchPath = Root + "batch";
    public const string CallsPath = Root + "calls";
    public const string CallPath = Root + "call";
    public const string StylePath = Root + "page.css";
    public const string ScriptPath = Root + "page.js";
    public const string IconPath = Root + "icon.svg";

    public static string Profiles(string? account, string search = "", int page = 1) =>
        With(ProfilesPath, ("account", account), ("search", search), ("page", page > 1 ? Text(page) : ""));

    public static string Profile(string account, string pcId, int page = 1) =>
        With(ProfilePath, ("account", account), ("pcId", pcId), ("page", page > 1 ? Text(page) : ""));

    public static string Batches(string? account, int page = 1) =>
        With(BatchesPath, ("account", account), ("page", page > 1 ? Text(page) : ""));

    public static string Batch(string account, string id) => With(BatchPath, ("account", account), ("id", id));

    public static string Calls(string? account, string operation = "", long? before = null) =>
        With(
            CallsPath,
            ("account", account),
            ("operation", operation),
            ("before", before is { } number ? Text(number) : "")
        );

    public static string Call(long number) => With(CallPath, ("number", Text(number)));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string With(string path, params (string Name, string? Value)[] fields)
    {
        IEnumerable<string> given = fields
            .Where(field => !string.IsNullOrEmpty(field.Value))
            .Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value!)}");
        string query = string.Join('&', given);
        return query.Length == 0 ? path : $"{path}?{query}";
    }
}
