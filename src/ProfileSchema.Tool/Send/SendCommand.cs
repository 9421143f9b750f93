using System.CommandLine;
using ProfileSchema.Client;
using ProfileSchema.Tool.Account;
using ProfileSchema.Tool.Output;
using ProfileSchema.Tool.Rows;

namespace ProfileSchema.Tool.Send;

/// <summary><c>send FILE… --client CODE</c>: sends CSV exports and batch files, and goes on where it was cut off.</summary>
internal sealed class SendCommand : ToolCommand
{
    private readonly ToolConsole _console;

    private readonly Argument<string[]> _files = new("FILE")
    {
        Description =
            "CSV exports, whose first line names the columns, or batch files. They are sent one after the other.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly AccountOptions _account = new();
    private readonly RowCommandOptions _rows = new();

    private readonly Option<bool> _dryRun = new("--dry-run")
    {
        Description = "Shows what would be sent, values masked, and calls nothing.",
    };

    private readonly Option<bool> _json = new("--json")
    {
        Description = "Writes the result as JSON to the standard output.",
    };

    private readonly Option<string?> _spool = new("--spool")
    {
        Description =
            "The directory that keeps what is under way, so that the same command goes on after an interruption. One of the "
            + "user's own by default.",
        HelpName = "DIRECTORY",
    };

    private readonly Option<bool> _resendOld = new("--resend-old")
    {
        Description = "Sends files of an interrupted run all the same that are more than a day old (BULK-7).",
    };

    private readonly Option<bool> _discard = new("--discard")
    {
        Description = "Drops what earlier runs left of the files, lists it, and sends nothing.",
    };

    private readonly Option<bool> _allowSharedSpool = new("--allow-shared-spool")
    {
        Description =
            "Keeps what is under way, which is personal data, also where others than its owner can read it, as on a volume that has "
            + "one mode for everything.",
    };

    private readonly Option<string?> _version = new("--api-version")
    {
        Description =
            "v1 updates existing profiles only, v2 creates what is missing. No default for pcId (ID-5). [default: v2]",
    };

    private readonly Option<string> _duplicates = new("--duplicates")
    {
        Description =
            "What becomes of a row whose key came before: sent and counted, rejected, or merged with the row before (BATCH-7).",
        DefaultValueFactory = _ => "report",
    };

    private readonly Option<int> _maxRows = new("--max-rows")
    {
        Description = "Rows of a batch file.",
        HelpName = "N",
        DefaultValueFactory = _ => ProfileLimits.BatchRows,
    };

    private readonly Option<double> _statusTimeout = new("--status-timeout")
    {
        Description = "Seconds for which the status of a batch is followed; 0 does not ask for it.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 3600,
    };

    private readonly Option<double> _statusInterval = new("--status-interval")
    {
        Description = "Seconds before a status is first asked; each call counts against the account's 50 a minute.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 60,
    };

    public SendCommand(ToolConsole console)
        : base(
            "send",
            "Sends CSV exports or batch files and says what became of every row. An interrupted run goes on when the same "
                + "command is given again.",
            "send members.csv --key memberId --client acme --dry-run",
            "send members.csv --key memberId --client acme --token-file token.txt",
            "send batches/*.batch --client acme --json > result.json",
            "send members.csv --key id --client acme --base-address http://127.0.0.1:8080"
        )
    {
        _console = console;
        _version.AcceptOnlyFromAmong("v1", "v2");
        _duplicates.AcceptOnlyFromAmong("report", "reject", "merge");
        _maxRows.Validators.Add(result => OptionRange.Require(result, 1, ProfileLimits.BatchRows));
        _statusTimeout.Validators.Add(result => OptionRange.Require(result, 0, 86_400));
        _statusInterval.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && result.GetValueOrDefault<double>() is <= 0 or > 3600)
            {
                result.AddError("--status-interval takes more than 0 and at most 3600 seconds.");
            }
        });
        Add(_files);
        _account.AddTo(this);
        _rows.AddTo(this);
        Add(_dryRun, _json, _spool, _allowSharedSpool, _resendOld, _discard);
        Add(_version, _duplicates, _maxRows, _statusTimeout, _statusInterval);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        SendSettings settings = ReadSettings(result);
        string[] files = result.GetRequiredValue(_files);
        if (result.GetValue(_dryRun))
        {
            return await DryRun.RunAsync(files, settings, result.GetValue(_json), _console, cancellationToken);
        }

        var spool = new SendSpool(
            result.GetValue(_spool) ?? SendSpool.DefaultRoot,
            $"{_account.ClientCode(result)} {_account.BaseAddress(result)}",
            settings
        );
        if (result.GetValue(_discard))
        {
            return Discard(files, spool);
        }

        using ProfileClient client = await _account.ConnectAsync(result, cancellationToken);
        var run = new SendRun(client, settings, spool, _console);
        SendReport report = await run.RunAsync(files, cancellationToken);
        if (result.GetValue(_json))
        {
            report.WriteJson(_console);
        }
        else
        {
            report.WriteTable(_console);
        }

        report.WriteLastLine(_console);
        return report.ExitCode;
    }

    private int Discard(string[] files, SendSpool spool)
    {
        (string Path, long Bytes)[] dropped = [.. files.SelectMany(spool.Discard)];
        _console.Table(
            ["dropped", "bytes"],
            [.. dropped.Select(file => new[] { file.Path, Display.Count(file.Bytes) })]
        );
        _console.Note(
            dropped.Length > 0
                ? "Nothing was sent. The same command without --discard begins anew."
                : "Nothing was left of these files, and nothing was sent."
        );
        return ExitCode.Success;
    }

    private SendSettings ReadSettings(ParseResult result) =>
        new()
        {
            Rows = _rows.Read(result),
            MaxRows = result.GetValue(_maxRows),
            ApiVersion = result.GetValue(_version) switch
            {
                "v1" => BatchApiVersion.V1,
                "v2" => BatchApiVersion.V2,
                _ => null,
            },
            DuplicateHandling = result.GetValue(_duplicates) switch
            {
                "reject" => DuplicateHandling.Reject,
                "merge" => DuplicateHandling.Merge,
                _ => DuplicateHandling.Report,
            },
            StatusTimeout = TimeSpan.FromSeconds(result.GetValue(_statusTimeout)),
            StatusInterval = TimeSpan.FromSeconds(result.GetValue(_statusInterval)),
            ResendExpiredFiles = result.GetValue(_resendOld),
            AllowsSharedSpool = result.GetValue(_allowSharedSpool),
        };
}
