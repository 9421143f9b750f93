using System.CommandLine;
using ProfileSchema.Tool.Output;
using ProfileSchema.Tool.Rows;

namespace ProfileSchema.Tool.Split;

/// <summary><c>split FILE</c>: makes batch files within the limits of a CSV export or of an oversized batch file.</summary>
internal static class SplitCommand
{
    public static Command Create(ToolConsole console)
    {
        var file = new Argument<string>("FILE")
        {
            Description = "A CSV export, whose first line names the columns, or a batch file.",
        };
        var rows = new RowCommandOptions();
        var output = new Option<string>("--output", "-o")
        {
            Description = "The directory that takes the files; it is made if it is not there.",
            HelpName = "DIRECTORY",
            DefaultValueFactory = _ => ".",
        };
        var maxRows = new Option<int>("--max-rows")
        {
            Description = "Rows of a file.",
            HelpName = "N",
            DefaultValueFactory = _ => ProfileLimits.BatchRows,
        };
        maxRows.Validators.Add(result => RowCommandOptions.RequireRange(result, 1, ProfileLimits.BatchRows));
        var command = new ToolCommand(
            "split",
            "Makes batch files within the limits, properly encoded. Rows that cannot be sent are named by their lines and left "
                + "out; exit code 1 if there are any.",
            "split members.csv --key memberId --output batches",
            "split export.txt --key id --delimiter tab --encoding windows-1252 --columns tier,city",
            "split huge.batch"
        )
        {
            file,
        };
        rows.AddTo(command);
        command.Options.Add(output);
        command.Options.Add(maxRows);
        command.SetAction(
            (result, cancellationToken) =>
                RunAsync(
                    result.GetRequiredValue(file),
                    rows.Read(result),
                    new BatchDirectory(
                        result.GetRequiredValue(output),
                        Path.GetFileNameWithoutExtension(result.GetRequiredValue(file))
                    ),
                    result.GetValue(maxRows),
                    console,
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        string path,
        RowOptions options,
        BatchDirectory directory,
        int maxRows,
        ToolConsole console,
        CancellationToken cancellationToken
    )
    {
        await using RowFile source = await RowFile.OpenAsync(path, options, cancellationToken);
        using var split = new BatchSplit(source, directory, maxRows);
        try
        {
            await ProgressBar.RunAsync(
                console,
                isShown: true,
                path,
                async bar =>
                {
                    await split.RunAsync(bar, cancellationToken);
                    return true;
                }
            );
        }
        catch (OperationCanceledException)
        {
            console.Note($"Interrupted in line {source.Line} of {path}; no file was made.");
            return ExitCode.Interrupted;
        }

        source.Rejections.Write(path, console);
        Report(split, source, console);
        return source.Rejections.Count > 0 ? ExitCode.DataErrors : ExitCode.Success;
    }

    private static void Report(BatchSplit split, RowFile source, ToolConsole console)
    {
        console.Table(
            ["file", "rows", "bytes"],
            [.. split.Files.Select(file => new[] { file.Path, Display.Count(file.Rows), Display.Count(file.Bytes) })]
        );
        console.Line(
            $"{Display.Count(split.Read)} rows read: {Display.Count(split.Written)} written to {Display.Count(split.Files.Count)} files, "
                + $"{Display.Count(split.Empty)} without a value, {Display.Count(source.Rejections.Count)} rejected."
        );
        if (source.ReencodedFields > 0)
        {
            console.Warn(
                $"{Display.Count(source.ReencodedFields)} fields contained characters that must be encoded, and were encoded. A + was read "
                    + "as a plus, not as a space."
            );
        }

        if (split.Duplicates > 0)
        {
            console.Warn(
                $"{Display.Count(split.Duplicates)} rows repeat the key of a row before, and may override it (BATCH-7)."
            );
        }
    }
}
