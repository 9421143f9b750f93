using System.CommandLine;
using System.Text.Json;
using ProfileSchema.Client;
using ProfileSchema.Tool.Account;
using ProfileSchema.Tool.Output;

namespace ProfileSchema.Tool.Status;

/// <summary><c>status URL --client CODE</c>: asks what became of a batch.</summary>
internal static class StatusCommand
{
    public static Command Create(ToolConsole console)
    {
        var url = new Argument<string>("URL")
        {
            Description =
                "The address that the service gave for the batch ('send --json' shows it). Only the service's own is asked (STATUS-6).",
        };
        var account = new AccountOptions();
        var json = new Option<bool>("--json") { Description = "Writes the status as JSON." };
        var command = new ToolCommand(
            "status",
            "Asks what became of a batch. Only the last 10 statuses of an account are kept, for a day. Exit code 1 if rows failed, "
                + "5 if the service does not know the batch.",
            "status 'https://mboxedge1.tt.omtrdc.net/m2/acme/profile/batchStatus?batchId=…' --client acme"
        )
        {
            url,
        };
        account.AddTo(command);
        command.Options.Add(json);
        command.SetAction(
            async (result, cancellationToken) =>
            {
                using ProfileClient client = await account.ConnectAsync(result, cancellationToken);
                BatchStatus status = await AskAsync(client, result.GetRequiredValue(url), cancellationToken);
                if (result.GetValue(json))
                {
                    WriteJson(status, console);
                }
                else
                {
                    Write(status, console);
                }

                return ExitCodeOf(status);
            }
        );
        return command;
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

    private static void Write(BatchStatus status, ToolConsole console)
    {
        console.Line($"state       {Describe(status.State)}");
        console.Line($"batch       {status.BatchId ?? "not told"}");
        console.Line($"rows        {Count(status.BatchSize)}");
        console.Line($"looked at   {Count(status.Consumed)}");
        console.Line($"updated     {Count(status.Updated)}");
        console.Line($"not found   {Count(status.NotFound)}");
        console.Line($"failed      {Count(status.Failed)}");
    }

    private static void WriteJson(BatchStatus status, ToolConsole console)
    {
        using Stream output = console.OpenOut();
        JsonSerializer.Serialize(output, status, Display.Json);
        output.Write("\n"u8);
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
