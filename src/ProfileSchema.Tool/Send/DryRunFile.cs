using System.Globalization;
using ProfileSchema.Tool.Rows;

namespace ProfileSchema.Tool.Send;

/// <summary>What would be sent of a column.</summary>
internal sealed record DryRunColumn(string Name)
{
    public long Filled { get; set; }

    public int Longest { get; set; }

    /// <summary>The first value, of which only the length is told.</summary>
    public string FirstMasked { get; set; } = "";
}

/// <summary>What would be sent of a file.</summary>
internal sealed record DryRunFile
{
    private const int RowsBetweenReports = 1024;

    public required string File { get; init; }

    public required long Read { get; init; }

    public required long Rejected { get; init; }

    public required long Empty { get; init; }

    public required long Rows { get; init; }

    public required long Bytes { get; init; }

    public required int Batches { get; init; }

    /// <summary>The key first, then the parameters.</summary>
    public required IReadOnlyList<DryRunColumn> Columns { get; init; }

    public static async Task<DryRunFile> ReadAsync(
        string path,
        RowFile source,
        SendSettings settings,
        IProgress<double> progress,
        CancellationToken cancellationToken
    )
    {
        DryRunColumn[] columns =
        [
            new(KeyKinds.NameOf(source.Contract.KeyKind)),
            .. source.Contract.Parameters.Select(parameter => new DryRunColumn(parameter.Name)),
        ];
        int batches = 0;
        long bytes = 0;
        void Count(BatchFile? file)
        {
            batches += file is null ? 0 : 1;
            bytes += file?.Length ?? 0;
        }

        using var writer = new BatchFileWriter<ProfileRow>(
            source.Contract,
            new BatchFileOptions { MaxRows = settings.MaxRows },
            rejected => source.Rejections.Add(source.Line, rejected)
        );
        await foreach (ProfileRow row in source.ReadAsync(cancellationToken))
        {
            long written = writer.Written;
            using BatchFile? full = writer.Add(row);
            Count(full);
            if (writer.Written > written)
            {
                Look(row, columns);
            }

            if (writer.Read % RowsBetweenReports == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress.Report(source.Share);
            }
        }

        using BatchFile? last = writer.Complete();
        Count(last);
        return new DryRunFile
        {
            File = path,
            Read = writer.Read + source.Rejections.BeforeWriting,
            Rejected = source.Rejections.Count,
            Empty = writer.Empty,
            Rows = writer.Written,
            Bytes = bytes,
            Batches = batches,
            Columns = columns,
        };
    }

    private static void Look(ProfileRow row, DryRunColumn[] columns)
    {
        for (int i = 0; i < columns.Length; i++)
        {
            string value = row.Cells[i];
            if (value.Length == 0)
            {
                continue;
            }

            DryRunColumn column = columns[i];
            column.FirstMasked = column.Filled == 0 ? Mask(value) : column.FirstMasked;
            column.Filled++;
            column.Longest = Math.Max(column.Longest, value.Length);
        }
    }

    private static string Mask(string value) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{new string('*', Math.Min(value.Length, 8))} ({value.Length} characters)"
        );
}
