using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using ProfileSchema.Tool.Output;

namespace ProfileSchema.Tool;

/// <summary>The library's help, with the name under which the tool is installed, and with examples.</summary>
internal sealed class ToolHelp(HelpAction inner, ToolConsole console) : SynchronousCommandLineAction
{
    public const string ProgramName = "profileschema";

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        InvocationConfiguration invocation = parseResult.InvocationConfiguration;
        TextWriter before = invocation.Output;
        using var text = new StringWriter();
        invocation.Output = text;
        inner.Invoke(parseResult);
        invocation.Output = before;

        // The library names the assembly, which the person who installed a command has never seen.
        console.Lines(
            text.ToString().Replace($"  {RootCommand.ExecutableName} ", $"  {ProgramName} ", StringComparison.Ordinal)
        );
        Command command = parseResult.CommandResult.Command;
        if (command is ToolCommand { Examples.Count: > 0 } tool)
        {
            console.Line();
            console.Line("Examples:");
            foreach (string example in tool.Examples)
            {
                console.Line($"  {ProgramName} {example}");
            }
        }

        return ExitCode.Success;
    }
}

/// <summary>A command with examples, which its help shows.</summary>
internal abstract class ToolCommand(string name, string description, params string[] examples)
    : Command(name, description)
{
    /// <summary>Command lines as one would type them, without the name of the program.</summary>
    public IReadOnlyList<string> Examples { get; } = examples;

    /// <summary>Adds options in the order in which the help lists them.</summary>
    protected void Add(params Option[] options) => Array.ForEach(options, Options.Add);
}
