using ProfileSchema.Tool.Output;
using ProfileSchema.Tool.Rows;

namespace ProfileSchema.Tool.Send;

/// <summary>Shows what a command would send, with the values masked; nothing is called and nothing is kept.</summary>
internal static class DryRun
{
    public static async Task<int> RunAsync(
        IReadOnlyList<string> files,
        SendSettings settings,
        bool isJson,
        ToolConsole console,
        CancellationToken cancellationToken
    )
    {
        var plans = new List<DryRunFile>();
        foreach (string file in files)
        {
            await using RowFile rows = await RowFile.OpenAsync(file, settings.Rows, cancellationToken);
            DryRunFile plan = await ProgressBar.RunAsync(
                console,
                isShown: !isJson,
                file,
                bar => DryRunFile.ReadAsync(file, rows, settings, bar, cancellationToken)
            );
            plans.Add(plan);
            rows.Rejections.Write(file, console);
            if (!isJson)
            {
                Write(plan, console);
            }
        }

        if (isJson)
        {
            console.Json(new { DryRun = true, Files = plans });
        }

        console.Note("Nothing was sent.");
        return plans.Any(plan => plan.Rejected > 0) ? ExitCode.DataErrors : ExitCode.Success;
    }

    private static void Write(DryRunFile plan, ToolConsole console)
    {
        console.Line(plan.File);
        console.Table(
            ["parameter", "rows with a value", "longest", "first value"],
            [
                .. plan.Columns.Select(column =>
                    new[]
                    {
                        column.Name,
                        Display.Count(column.Filled),
                        Display.Count(column.Longest),
                        column.FirstMasked,
                    }
                ),
            ]
        );
        console.Line(
            $"{Display.Count(plan.Read)} rows read: {Display.Count(plan.Rows)} would be sent as {Display.Count(plan.Batches)} "
                + $"batches of {Display.Count(plan.Bytes)} bytes, {Display.Count(plan.Empty)} without a value, "
                + $"{Display.Count(plan.Rejected)} rejected."
        );
    }
}
