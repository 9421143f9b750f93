using System.CommandLine;
using System.Net;
using ProfileSchema.Tool.Account;
using ProfileSchema.Tool.Output;
using ProfileSchema.Tool.Rows;

namespace ProfileSchema.Tool.Emulate;

/// <summary><c>emulate</c>: Target's Profile APIs on this machine, with a page that shows what arrives.</summary>
internal sealed class EmulateCommand : ToolCommand
{
    private const int DefaultPort = 8080;
    private const double MostDelaySeconds = 86_400;

    private readonly ToolConsole _console;

    private readonly Option<int> _port = new("--port")
    {
        Description = "The port on 127.0.0.1; 0 for any that is free.",
        HelpName = "PORT",
        DefaultValueFactory = _ => DefaultPort,
    };

    private readonly Option<string[]> _accounts = new("--accounts")
    {
        Description = "The client codes that exist, separated by commas. Any valid one by default (ID-6).",
        HelpName = "CODES",
        CustomParser = argument => argument.Tokens[0].Value.Split(',', StringSplitOptions.TrimEntries),
    };

    private readonly Option<bool> _requireToken = new("--require-token")
    {
        Description = "Refuses calls without the token that --token-env, --token-file or --token-stdin gives (AUTH-1).",
    };

    private readonly TokenOptions _token = new("--token", "PROFILESCHEMA_TOKEN", "that callers must send");

    private readonly Option<double> _processingDelay = new("--processing-delay")
    {
        Description =
            "Seconds from the receipt of a batch to its application; the service takes up to an hour as a rule, and 24 at most (BULK-10).",
        HelpName = "SECONDS",
    };

    private readonly Option<string> _faults = new("--faults")
    {
        Description =
            "What goes wrong, in the same calls every time: calls that break (flaky), 429 and 503 (overloaded), late replies "
            + "(slow), unusual replies (odd-replies), rows that fail (failing-rows), batches that stop (stuck).",
        DefaultValueFactory = _ => FaultProfiles.None,
    };

    private readonly Option<string?> _dataFile = new("--data-file")
    {
        Description =
            "A SQLite file that keeps the profiles from one run to the next. Made if it is not there; without it they are kept "
            + "in memory alone.",
        HelpName = "FILE",
    };

    private readonly Option<string[]> _seed = new("--seed")
    {
        Description =
            "CSV exports or batch files with customers that each of the --accounts has from the start. A profile of the data "
            + "file stays as it is there. The options of rows are those of 'send'.",
        HelpName = "FILE",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly RowCommandOptions _rows = new();

    public EmulateCommand(ToolConsole console)
        : base(
            "emulate",
            "Target's Profile APIs on this machine, and a page that shows what arrives. It listens on 127.0.0.1 alone, until "
                + "Ctrl+C.",
            "emulate",
            "emulate --accounts acme --data-file acme.db --processing-delay 20",
            "emulate --accounts acme --seed members.csv --key memberId",
            "emulate --accounts acme --require-token --token-file token.txt --faults flaky"
        )
    {
        _console = console;
        _port.Validators.Add(result => OptionRange.Require(result, 0, IPEndPoint.MaxPort));
        _faults.AcceptOnlyFromAmong(FaultProfiles.Names);
        _processingDelay.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && result.GetValueOrDefault<double>() is not (>= 0 and <= MostDelaySeconds))
            {
                result.AddError("--processing-delay takes 0 to 86400 seconds.");
            }
        });
        Add(_port, _accounts, _requireToken);
        _token.AddTo(this);
        Add(_processingDelay, _faults, _dataFile, _seed);
        _rows.AddTo(this);
        Validators.Add(result =>
        {
            if (result.GetResult(_seed) is not null && result.GetResult(_accounts) is null)
            {
                result.AddError("--seed needs --accounts, which say whose customers they are.");
            }
        });
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken stop)
    {
        var settings = new EmulateSettings
        {
            Port = result.GetValue(_port),
            Accounts = result.GetValue(_accounts) ?? [],
            Token = await ReadTokenAsync(result, stop),
            ProcessingDelay = TimeSpan.FromSeconds(result.GetValue(_processingDelay)),
            Faults = result.GetRequiredValue(_faults),
            DataFile = result.GetValue(_dataFile),
            Seeds = result.GetValue(_seed) ?? [],
            Rows = _rows.Read(result),
        };
        await new EmulatorRun(settings, _console).RunAsync(stop);
        return ExitCode.Success;
    }

    private async Task<string?> ReadTokenAsync(ParseResult result, CancellationToken cancellationToken)
    {
        if (!result.GetValue(_requireToken))
        {
            return _token.IsGiven(result)
                ? throw new ToolException(ExitCode.Usage, "A token is given and not asked for. Add --require-token.")
                : null;
        }

        return await _token.ReadAsync(result, cancellationToken) is { } source
            ? await source.GetTokenAsync(cancellationToken)
            : throw new ToolException(
                ExitCode.Usage,
                "--require-token needs a token: in an environment variable (--token-env), in a file (--token-file), or on the "
                    + "standard input (--token-stdin)."
            );
    }
}
