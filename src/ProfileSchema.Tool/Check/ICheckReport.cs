using ProfileSchema.Tool.Output;

namespace ProfileSchema.Tool.Check;

/// <summary>Tells what was found, as it is found; nothing is kept of a finding.</summary>
internal interface ICheckReport : IDisposable
{
    /// <summary>Whether a bar may be drawn while a file is read: not where findings go to the same screen.</summary>
    bool AllowsProgress { get; }

    void Add(string file, BatchFinding finding);

    void EndFile(CheckedFile file);

    /// <summary>A file could not be read, or not to its end.</summary>
    void Fail(string file, string message);

    void End();
}

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
