using System.CommandLine;
using ProfileSchema.Tool.Output;
using ProfileSchema.Tool.Rows;

namespace ProfileSchema.Tool.Split;

/// <summary><c>split FILE</c>: makes batch files within the limits of a CSV export or of an oversized batch file.</summary>
internal sealed class SplitCommand : ToolCommand
{
    private readonly ToolConsole _console;

    private readonly Argument<string> _file = new("FILE")
    {
        Description = "A CSV export, whose first line names the columns, or a batch file.",
    };

    private readonly RowCommandOptions _rows = new();

    private readonly Option<string> _output = new("--output", "-o")
    {
        Description = "The directory that takes the files; it is made if it is not there.",
        HelpName = "DIRECTORY",
        DefaultValueFactory = _ => ".",
    };

    private readonly Option<int> _maxRows = new("--max-rows")
    {
        Description = "Rows of a file.",
        HelpName = "N",
        DefaultValueFactory = _ => ProfileLimits.BatchRows,
    };

    public SplitCommand(ToolConsole console)
        : base(
            "split",
            "Makes batch files within the limits, properly encoded. Rows that cannot be sent are named by their lines and left "
                + "out; exit code 1 if there are any.",
            "split members.csv --key memberId --output batches",
            "split export.txt --key id --delimiter tab --encoding windows-1252 --columns tier,city",
            "split huge.batch"
        )
    {
        _console = console;
        _maxRows.Validators.Add(result => OptionRange.Require(result, 1, ProfileLimits.BatchRows));
        Add(_file);
        _rows.AddTo(this);
        Add(_output, _maxRows);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        string path = result.GetRequiredValue(_file);
        await using RowFile source = await RowFile.OpenAsync(path, _rows.Read(result), cancellationToken);
        var directory = new BatchDirectory(result.GetRequiredValue(_output), Path.GetFileNameWithoutExtension(path));
        using var split = new BatchSplit(source, directory, result.GetValue(_maxRows));
        try
        {
            await ProgressBar.RunAsync(
                _console,
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
            _console.Note($"Interrupted in line {source.Line} of {path}; no file was made.");
            return ExitCode.Interrupted;
        }

        source.Rejections.Write(path, _console);
        Report(split, source);
        return source.Rejections.Count > 0 ? ExitCode.DataErrors : ExitCode.Success;
    }

    private void Report(BatchSplit split, RowFile source)
    {
        _console.Table(
            ["file", "rows", "bytes"],
            [.. split.Files.Select(file => new[] { file.Path, Display.Count(file.Rows), Display.Count(file.Bytes) })]
        );
        _console.Line(
            $"{Display.Count(split.Read)} rows read: {Display.Count(split.Written)} written to {Display.Count(split.Files.Count)} files, "
                + $"{Display.Count(split.Empty)} without a value, {Display.Count(source.Rejections.Count)} rejected."
        );
        if (source.ReencodedFields > 0)
        {
            _console.Warn(
                $"{Display.Count(source.ReencodedFields)} fields contained characters that must be encoded, and were encoded. A + was read "
                    + "as a plus, not as a space."
            );
        }

        if (split.Duplicates > 0)
        {
            _console.Warn(
                $"{Display.Count(split.Duplicates)} rows repeat the key of a row before, and may override it (BATCH-7)."
            );
        }
    }
}
