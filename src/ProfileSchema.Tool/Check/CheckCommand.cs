using System.CommandLine;
using ProfileSchema.Tool.Output;

namespace ProfileSchema.Tool.Check;

/// <summary><c>check FILE…</c>: judges batch files against every clause.</summary>
internal static class CheckCommand
{
    public static Command Create(ToolConsole console)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "The batch files, judged as one run: a key of one file that comes again in another is found.",
            Arity = ArgumentArity.OneOrMore,
        };
        var format = new Option<string>("--format")
        {
            Description = "text for people; json or sarif for programs, which get every finding.",
            DefaultValueFactory = _ => CheckFormat.Text,
        };
        format.AcceptOnlyFromAmong(CheckFormat.Text, CheckFormat.Json, CheckFormat.Sarif);
        var command = new ToolCommand(
            "check",
            "Judges batch files: what departs from the contract, where, and what to do. Exit code 1 if there are errors.",
            "check members.batch",
            "check *.batch --format sarif > findings.sarif"
        )
        {
            files,
            format,
        };
        command.SetAction(
            (result, cancellationToken) =>
                RunAsync(result.GetRequiredValue(files), result.GetRequiredValue(format), console, cancellationToken)
        );
        return command;
    }

    private static async Task<int> RunAsync(
        string[] files,
        string format,
        ToolConsole console,
        CancellationToken cancellationToken
    )
    {
        using ICheckReport report = CheckFormat.Open(format, console);
        var keys = new BatchKeys();
        int exitCode = ExitCode.Success;
        foreach (string file in files)
        {
            try
            {
                CheckedFile judged = await CheckedFile.ReadAsync(file, keys, report, console, cancellationToken);
                report.EndFile(judged);
                exitCode = Math.Max(exitCode, judged.Summary.Errors > 0 ? ExitCode.DataErrors : ExitCode.Success);
                if (!judged.IsWhole)
                {
                    exitCode = ExitCode.Interrupted;
                    break;
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                console.Error($"{file} cannot be read: {exception.Message}");
                report.Fail(file, exception.Message);
                exitCode = ExitCode.InputOutput;
            }
        }

        report.End();
        return exitCode;
    }
}
