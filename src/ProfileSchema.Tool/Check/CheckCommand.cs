using System.CommandLine;
using ProfileSchema.Tool.Output;

namespace ProfileSchema.Tool.Check;

/// <summary><c>check FILE…</c>: judges batch files against every clause.</summary>
internal sealed class CheckCommand : ToolCommand
{
    private readonly ToolConsole _console;

    private readonly Argument<string[]> _files = new("FILE")
    {
        Description = "The batch files, judged as one run: a key of one file that comes again in another is found.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> _format = new("--format")
    {
        Description = "text for people; json or sarif for programs, which get every finding.",
        DefaultValueFactory = _ => CheckFormat.Text,
    };

    public CheckCommand(ToolConsole console)
        : base(
            "check",
            "Judges batch files: what departs from the contract, where, and what to do. Exit code 1 if there are errors.",
            "check members.batch",
            "check *.batch --format sarif > findings.sarif"
        )
    {
        _console = console;
        _format.AcceptOnlyFromAmong(CheckFormat.Text, CheckFormat.Json, CheckFormat.Sarif);
        Add(_files);
        Add(_format);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        using ICheckReport report = CheckFormat.Open(result.GetRequiredValue(_format), _console);
        var keys = new BatchKeys();
        int exitCode = ExitCode.Success;
        foreach (string file in result.GetRequiredValue(_files))
        {
            try
            {
                CheckedFile judged = await CheckedFile.ReadAsync(file, keys, report, _console, cancellationToken);
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
                _console.Error($"{file} cannot be read: {exception.Message}");
                report.Fail(file, exception.Message);
                exitCode = ExitCode.InputOutput;
            }
        }

        report.End();
        return exitCode;
    }
}
