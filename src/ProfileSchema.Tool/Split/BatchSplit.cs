using ProfileSchema.Tool.Rows;

namespace ProfileSchema.Tool.Split;

/// <summary>A file that was made.</summary>
internal sealed record SplitFile(string Path, int Rows, long Bytes);

/// <summary>Writes the rows of a file to batch files within the limits.</summary>
internal sealed class BatchSplit : IDisposable
{
    private const int RowsBetweenReports = 1024;

    private readonly RowFile _source;
    private readonly BatchDirectory _directory;
    private readonly BatchFileWriter<ProfileRow> _writer;
    private readonly BatchKeys _keys = new();
    private readonly List<SplitFile> _files = [];

    public BatchSplit(RowFile source, BatchDirectory directory, int maxRows)
    {
        _source = source;
        _directory = directory;
        _writer = new BatchFileWriter<ProfileRow>(
            source.Contract,
            new BatchFileOptions { MaxRows = maxRows },
            rejected => source.Rejections.Add(source.Line, rejected),
            Enter
        );
    }

    public IReadOnlyList<SplitFile> Files => _files;

    public long Read => _writer.Read + _source.Rejections.BeforeWriting;

    public long Written => _writer.Written;

    public long Empty => _writer.Empty;

    public long Duplicates { get; private set; }

    public async Task RunAsync(IProgress<double> progress, CancellationToken cancellationToken)
    {
        await foreach (ProfileRow row in _source.ReadAsync(cancellationToken))
        {
            using BatchFile? full = _writer.Add(row);
            await WriteAsync(full, cancellationToken);
            if (_writer.Read % RowsBetweenReports == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress.Report(_source.Share);
            }
        }

        using BatchFile? last = _writer.Complete();
        await WriteAsync(last, cancellationToken);
        _directory.Finish();
    }

    public void Dispose()
    {
        _writer.Dispose();
        _directory.Dispose();
    }

    private async ValueTask WriteAsync(BatchFile? content, CancellationToken cancellationToken)
    {
        if (content is null)
        {
            return;
        }

        await using FileStream file = _directory.Create();
        await content.WriteToAsync(file, cancellationToken);
        _files.Add(new SplitFile(_directory.PathOf(_files.Count), content.Rows, content.Length));
    }

    // BATCH-2: the key stands first, and no comma in it (URL-2). Every row is let in.
    private bool Enter(ReadOnlySpan<byte> row)
    {
        int end = row.IndexOfAny((byte)',', (byte)'\n');
        Duplicates += _keys.TryAdd(row[..end]) ? 0 : 1;
        return true;
    }
}
