using System.CommandLine;
using ProfileSchema.Tool.Output;

namespace ProfileSchema.Tool;

/// <summary>The root command: what there is, and how a run ends.</summary>
internal static class ToolRoot
{
    public static RootCommand Create(ToolConsole console)
    {
        var root = new RootCommand("Checks, splits and sends profile data for Adobe Target.");

        // In the order in which the help lists them.
        Command[] commands = [];
        foreach (Command command in commands)
        {
            root.Subcommands.Add(command);
        }

        return root;
    }

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, ToolConsole console)
    {
        ParseResult result = Create(console).Parse(arguments);
        var invocation = new InvocationConfiguration
        {
            Output = console.Out,
            Error = console.Error,
            EnableDefaultExceptionHandler = false,

            // Ctrl+C cancels the command, which then says how far it came; it is not killed while it does.
            ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
        };
        if (result.Errors.Count > 0)
        {
            await result.InvokeAsync(invocation);
            return ExitCode.Usage;
        }

        return await result.InvokeAsync(invocation);
    }
}
