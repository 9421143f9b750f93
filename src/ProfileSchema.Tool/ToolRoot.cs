using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using ProfileSchema.Client;
using ProfileSchema.Tool.Check;
using ProfileSchema.Tool.Completion;
using ProfileSchema.Tool.Drift;
using ProfileSchema.Tool.Emulate;
using ProfileSchema.Tool.Fetch;
using ProfileSchema.Tool.Output;
using ProfileSchema.Tool.Schema;
using ProfileSchema.Tool.Send;
using ProfileSchema.Tool.Split;
using ProfileSchema.Tool.Status;
using ProfileSchema.Tool.Verify;

namespace ProfileSchema.Tool;

/// <summary>The root command: what there is, and how a run ends.</summary>
internal static class ToolRoot
{
    private static readonly Option<bool> Verbose = new("--verbose")
    {
        Description =
            "Shows the service's own text with an error. It may repeat parts of what was sent: keep it out of logs.",
        Recursive = true,
    };

    public static RootCommand Create(ToolConsole console)
    {
        var root = new RootCommand("Checks, splits and sends profile data for Adobe Target.");

        // In the order in which the help lists them.
        Command[] commands =
        [
            new CheckCommand(console),
            new SplitCommand(console),
            new SendCommand(console),
            new StatusCommand(console),
            new FetchCommand(console),
            new VerifyCommand(console),
            new DriftCommand(console),
            new EmulateCommand(console),
            new SchemaCommand(console),
            new CompletionCommand(console),
        ];
        foreach (Command command in commands)
        {
            root.Subcommands.Add(command);
        }

        root.Options.Add(Verbose);
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new ToolHelp((HelpAction)help.Action!, console);
        return root;
    }

    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments,
        ToolConsole console,
        CancellationToken stop = default
    )
    {
        ParseResult result = Create(console).Parse(arguments);
        if (FindUnknownOption(result) is { } option)
        {
            return RefuseUnknown(option, result, console);
        }

        if (result.Action is ParseErrorAction)
        {
            return Refuse(result, console);
        }

        console.IsVerbose = result.GetValue(Verbose);
        try
        {
            using var interruption = new Interruption(stop);
            var invocation = new InvocationConfiguration
            {
                Output = console.Out,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return await result.InvokeAsync(invocation, interruption.Token);
        }
        catch (Exception exception)
        {
            return Explain(exception, console);
        }
    }

    private static int Refuse(ParseResult result, ToolConsole console)
    {
        foreach (var error in result.Errors)
        {
            console.Error(string.Join(' ', error.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        }

        return PointToHelp(result, console);
    }

    /// <summary>
    /// What looks like an option and is none, where the parser sees another argument. Only its name is given: behind it may stand a
    /// secret, as of a --token that was mistyped.
    /// </summary>
    private static string? FindUnknownOption(ParseResult result)
    {
        if (result.Tokens.Any(token => token.Type is TokenType.DoubleDash))
        {
            return null;
        }

        string? unknown = result
            .UnmatchedTokens.Concat(result.CommandResult.Tokens.Select(token => token.Value))
            .FirstOrDefault(value => value.Length > 1 && value[0] == '-');
        return unknown?.Split('=', ':', ' ')[0];
    }

    private static int RefuseUnknown(string option, ParseResult result, ToolConsole console)
    {
        console.Error(
            $"There is no option '{option}'. What was given with it is not shown, since it may be a secret. An argument that begins "
                + "with - stands after '--'."
        );
        return PointToHelp(result, console);
    }

    private static int PointToHelp(ParseResult result, ToolConsole console)
    {
        Command command = result.CommandResult.Command;
        string name = command is RootCommand ? "" : $" {command.Name}";
        console.Note($"'{ToolHelp.ProgramName}{name} --help' shows how it is used.");
        return ExitCode.Usage;
    }

    private static int Explain(Exception exception, ToolConsole console)
    {
        (int code, string message) = Describe(exception, console);
        console.Error(message);
        return code;
    }

    /// <summary>The exit code and the message of whatever ends a command.</summary>
    public static (int Code, string Message) Describe(Exception exception, ToolConsole console) =>
        exception switch
        {
            ToolException tool => (tool.ExitCode, tool.Message),
            OperationCanceledException => (ExitCode.Interrupted, "interrupted before the end."),
            ProfileRequestException request => (
                ExitCode.Service,
                ToolException.Reword(request.Message) + ServiceText(request, console)
            ),
            BulkSpoolException spool => (ExitCode.InputOutput, ToolException.Reword(spool.Message)),
            IOException or UnauthorizedAccessException => (ExitCode.InputOutput, exception.Message),
            _ => (ExitCode.Unexpected, $"this should not happen: {exception.GetType()}: {exception.Message}"),
        };

    private static string ServiceText(ProfileRequestException request, ToolConsole console) =>
        request.ServiceMessage is not { } text ? ""
        : console.IsVerbose ? $" The service says: {text}"
        : " --verbose shows its text.";
}
