using System.CommandLine;
using System.Globalization;
using System.Runtime.CompilerServices;
using ProfileSchema.Client;
using ProfileSchema.Tool.Account;
using ProfileSchema.Tool.Output;
using ProfileSchema.Tool.Rows;

namespace ProfileSchema.Tool.Verify;

/// <summary><c>verify FILE --client CODE</c>: fetches a random sample of a file's rows and says whether they arrived.</summary>
internal sealed class VerifyCommand : ToolCommand
{
    private const int DefaultSample = 100;
    private const int MaxSample = 10_000;

    private readonly ToolConsole _console;

    private readonly Argument<string> _file = new("FILE")
    {
        Description = "The CSV export or batch file that was sent.",
    };

    private readonly AccountOptions _account = new();
    private readonly RowCommandOptions _rows = new();

    private readonly Option<int> _sample = new("--sample")
    {
        Description = "How many rows are fetched, chosen at random, one call each, ten a second.",
        HelpName = "N",
        DefaultValueFactory = _ => DefaultSample,
    };

    private readonly Option<int?> _seed = new("--seed")
    {
        Description = "Chooses the same rows each time. Another choice each time by default.",
        HelpName = "N",
    };

    private readonly Option<DateTimeOffset?> _sentAt = new("--sent-at")
    {
        Description =
            "When the sending began, such as 2026-11-23T09:30:00Z: what differs and was last changed before is 'not yet'.",
        HelpName = "TIME",
        CustomParser = argument =>
        {
            if (
                DateTimeOffset.TryParse(
                    argument.Tokens[0].Value,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal,
                    out DateTimeOffset time
                )
            )
            {
                return time;
            }

            argument.AddError("--sent-at is no time. Give it as 2026-11-23T09:30:00Z.");
            return null;
        },
    };

    private readonly Option<bool> _json = new("--json") { Description = "Writes what was found as JSON." };

    public VerifyCommand(ToolConsole console)
        : base(
            "verify",
            "Fetches a random sample of the rows of a file that was sent, and compares each value; no id and no value is shown. A "
                + "fetch lags behind an update by minutes to an hour. Exit code 1 if something did not arrive, 6 if it did not yet.",
            "verify members.csv --key memberId --client acme",
            "verify members.csv --key memberId --client acme --sent-at 2026-11-23T09:30:00Z --sample 500",
            "verify members.batch --client acme --seed 1 --json"
        )
    {
        _console = console;
        _sample.Validators.Add(result => OptionRange.Require(result, 1, MaxSample));
        Add(_file);
        _account.AddTo(this);
        _rows.AddTo(this);
        Add(_sample, _seed, _sentAt, _json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        string file = result.GetRequiredValue(_file);
        using ProfileClient client = await _account.ConnectAsync(result, cancellationToken);
        var sample = new ProfileSample<ProfileRow>(result.GetValue(_sample), result.GetValue(_seed));
        await using RowFile rows = await RowFile.OpenAsync(file, _rows.Read(result), cancellationToken);
        await foreach (ProfileRow _ in sample.Of(KeepingAsync(rows, cancellationToken))) { }
        ProfileRow[] chosen = [.. sample.Profiles.OrderBy(row => row.Line)];
        VerifyResult found = await ProgressBar.RunAsync(
            _console,
            isShown: true,
            $"Fetching {Display.Count(chosen.Length)} of {Display.Count(sample.Seen)} rows",
            bar =>
                client.VerifyAsync(
                    Reporting(chosen, bar),
                    rows.Contract,
                    new VerifyOptions { SentAt = result.GetValue(_sentAt) },
                    cancellationToken
                )
        );
        var report = new VerifyReport(file, sample.Seen, rows.Rejections.Count, chosen, found);
        if (result.GetValue(_json))
        {
            report.WriteJson(_console);
        }
        else
        {
            report.Write(_console);
        }

        rows.Rejections.Write(file, _console);
        return report.ExitCode;
    }

    /// <summary>The rows with cells of their own, since a file gives the same ones for each.</summary>
    private static async IAsyncEnumerable<ProfileRow> KeepingAsync(
        RowFile rows,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (ProfileRow row in rows.ReadAsync(cancellationToken))
        {
            yield return row with
            {
                Cells = [.. row.Cells],
            };
        }
    }

    private static IEnumerable<ProfileRow> Reporting(ProfileRow[] rows, ProgressBar bar)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            bar.Report((double)i / rows.Length);
            yield return rows[i];
        }
    }
}
