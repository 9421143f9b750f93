using ProfileSchema.Tool.Output;

namespace ProfileSchema.Tool.Check;

/// <summary>A file and how it was judged.</summary>
/// <param name="Path">The file, as it was named.</param>
/// <param name="Summary">What it holds.</param>
/// <param name="IsWhole">False if it was interrupted.</param>
internal sealed record CheckedFile(string Path, BatchSummary Summary, bool IsWhole)
{
    private const int RowsBetweenReports = 4096;

    /// <summary>A smaller file is read before a bar is seen.</summary>
    private const int ShownFrom = 4_000_000;

    public static async Task<CheckedFile> ReadAsync(
        string path,
        BatchKeys keys,
        ICheckReport report,
        ToolConsole console,
        CancellationToken cancellationToken
    )
    {
        await using FileStream file = InputFile.OpenOnce(path);
        var reader = new ProfileBatchReader(file, finding => report.Add(path, finding), keys);
        bool isWhole = await ProgressBar.RunAsync(
            console,
            report.AllowsProgress && file.CanSeek && file.Length > ShownFrom,
            path,
            bar => ReadAsync(reader, file, bar, cancellationToken)
        );
        return new CheckedFile(path, reader.Summary, isWhole);
    }

    private static async Task<bool> ReadAsync(
        ProfileBatchReader reader,
        FileStream file,
        ProgressBar bar,
        CancellationToken cancellationToken
    )
    {
        try
        {
            for (long row = 0; await reader.ReadAsync(cancellationToken); row++)
            {
                if (row % RowsBetweenReports == 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    bar.Report(file.CanSeek ? (double)reader.BytesRead / Math.Max(file.Length, 1) : 0);
                }
            }

            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
