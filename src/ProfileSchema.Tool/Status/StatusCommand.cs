using System.CommandLine;
using ProfileSchema.Client;
using ProfileSchema.Tool.Account;
using ProfileSchema.Tool.Output;

namespace ProfileSchema.Tool.Status;

/// <summary><c>status URL --client CODE</c>: asks what became of a batch.</summary>
internal sealed class StatusCommand : ToolCommand
{
    private readonly ToolConsole _console;

    private readonly Argument<string> _url = new("URL")
    {
        Description =
            "The address that the service gave for the batch ('send --json' shows it). Only the service's own is asked (STATUS-6).",
    };

    private readonly AccountOptions _account = new();
    private readonly Option<bool> _json = new("--json") { Description = "Writes the status as JSON." };

    public StatusCommand(ToolConsole console)
        : base(
            "status",
            "Asks what became of a batch. Only the last 10 statuses of an account are kept, for a day. Exit code 1 if rows failed, "
                + "5 if the service does not know the batch.",
            "status 'https://mboxedge1.tt.omtrdc.net/m2/acme/profile/batchStatus?batchId=…' --client acme"
        )
    {
        _console = console;
        Add(_url);
        _account.AddTo(this);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        using ProfileClient client = await _account.ConnectAsync(result, cancellationToken);
        BatchStatus status = await AskAsync(client, result.GetRequiredValue(_url), cancellationToken);
        if (result.GetValue(_json))
        {
            _console.Json(status);
        }
        else
        {
            Write(status);
        }

        return ExitCodeOf(status);
    }

    private static async Task<BatchStatus> AskAsync(
        ProfileClient client,
        string url,
        CancellationToken cancellationToken
    )
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? address))
        {
            throw new ToolException(ExitCode.Usage, "The URL is no address. Give it whole, in quotes.");
        }

        try
        {
            return await client.GetBatchStatusAsync(address, cancellationToken);
        }
        catch (ArgumentException exception)
        {
            throw ToolException.OfUsage(exception);
        }
    }

    private static int ExitCodeOf(BatchStatus status) =>
        status.State switch
        {
            BatchState.Unknown => ExitCode.NotFound,
            BatchState.Stuck => ExitCode.DataErrors,
            _ => status.Failed > 0 || status.NotFound > 0 ? ExitCode.DataErrors : ExitCode.Success,
        };

    private void Write(BatchStatus status)
    {
        _console.Line($"state       {Describe(status.State)}");
        _console.Line($"batch       {status.BatchId ?? "not told"}");
        _console.Line($"rows        {Count(status.BatchSize)}");
        _console.Line($"looked at   {Count(status.Consumed)}");
        _console.Line($"updated     {Count(status.Updated)}");
        _console.Line($"not found   {Count(status.NotFound)}");
        _console.Line($"failed      {Count(status.Failed)}");
    }

    private static string Describe(BatchState state) =>
        state switch
        {
            BatchState.Complete => "complete",
            BatchState.Incomplete => "incomplete: ask again in a minute",
            BatchState.Stuck => "stuck: it stays so; send the batch again",
            _ => "unknown: the service does not know the batch, or no longer (STATUS-4)",
        };

    private static string Count(long? count) => count is { } known ? Display.Count(known) : "not told";
}
