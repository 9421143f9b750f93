using System.CommandLine.Parsing;
using ProfileSchema.Tool.Output;

namespace ProfileSchema.Tool.Check;

/// <summary>How findings are told.</summary>
internal enum CheckFormat
{
    /// <summary>Lines for people.</summary>
    Text,

    /// <summary><c>{ findings, summary }</c>.</summary>
    Json,

    /// <summary>SARIF 2.1.0, as code hosts and editors read it.</summary>
    Sarif,
}

/// <summary>The formats by the names that the command line knows.</summary>
internal static class CheckFormats
{
    public static readonly string[] Names = ["text", "json", "sarif"];

    public static CheckFormat Parse(ArgumentResult argument)
    {
        string name = argument.Tokens[0].Value;
        int index = Array.IndexOf(Names, name);
        if (index < 0)
        {
            argument.AddError($"There is no format '{name}'. Choose one of {string.Join(", ", Names)}.");
        }

        return (CheckFormat)index;
    }

    public static ICheckReport Open(CheckFormat format, ToolConsole console) =>
        format switch
        {
            CheckFormat.Json => new JsonReport(ToolConsole.OpenOut()),
            CheckFormat.Sarif => new SarifReport(ToolConsole.OpenOut()),
            _ => new TextReport(console),
        };
}
