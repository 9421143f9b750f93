using ProfileSchema.Tool.Output;

namespace ProfileSchema.Tool.Check;

/// <summary>How findings are told, by the names that the command line knows.</summary>
internal static class CheckFormat
{
    /// <summary>Lines for people.</summary>
    public const string Text = "text";

    /// <summary><c>{ findings, summary }</c>.</summary>
    public const string Json = "json";

    /// <summary>SARIF 2.1.0, as code hosts and editors read it.</summary>
    public const string Sarif = "sarif";

    public static ICheckReport Open(string format, ToolConsole console) =>
        format switch
        {
            Json => new JsonReport(console),
            Sarif => new SarifReport(console),
            _ => new TextReport(console),
        };
}
