using ProfileSchema.Client;
using Spectre.Console;

namespace CrmImport;

/// <summary>Shows the progress of an import: progress bars in a terminal, lines in a file or a log.</summary>
internal static class ProgressDisplay
{
    public static Task<BulkResult> RunAsync(long rows, Func<IProgress<BulkProgress>, Task<BulkResult>> import) =>
        AnsiConsole.Profile.Capabilities.Interactive && AnsiConsole.Profile.Out.IsTerminal
            ? RunWithBarsAsync(rows, import)
            : import(new Lines(rows));

    private static Task<BulkResult> RunWithBarsAsync(
        long rows,
        Func<IProgress<BulkProgress>, Task<BulkResult>> import
    ) =>
        AnsiConsole
            .Progress()
            .Columns(
                new TaskDescriptionColumn(),
                new ProgressBarColumn(),
                new PercentageColumn(),
                new RemainingTimeColumn()
            )
            .StartAsync(async context =>
            {
                long most = Math.Max(1, rows);
                ProgressTask read = context.AddTask("read", maxValue: most);
                ProgressTask accepted = context.AddTask("accepted", maxValue: most);
                ProgressTask completed = context.AddTask("completed", maxValue: most);
                BulkResult result = await import(
                    new Reports(progress =>
                    {
                        // Rows that are not sent reduce the total.
                        long rest = Math.Max(1, rows - progress.Rejected - progress.Empty);
                        (accepted.MaxValue, completed.MaxValue) = (rest, rest);
                        (read.Value, accepted.Value, completed.Value) = (
                            progress.Read,
                            progress.Accepted,
                            progress.Completed
                        );
                        accepted.Description = Describe(progress);
                    })
                );
                return result;
            });

    private static string Describe(BulkProgress progress) =>
        progress.WaitingFor switch
        {
            BulkWait.Quota => "accepted (waiting for the quota)",
            BulkWait.Retry => "accepted (waiting for a retry)",
            _ => "accepted",
        };

    private sealed class Lines(long rows) : IProgress<BulkProgress>
    {
        public void Report(BulkProgress value) =>
            Console.WriteLine($"{value.Read} of {rows} read, {value.Accepted} accepted, {value.Completed} completed");
    }

    /// <summary><see cref="Progress{T}"/> is not used because its reports can be late and out of order.</summary>
    private sealed class Reports(Action<BulkProgress> show) : IProgress<BulkProgress>
    {
        public void Report(BulkProgress value) => show(value);
    }
}
