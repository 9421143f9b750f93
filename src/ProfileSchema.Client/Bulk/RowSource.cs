using ProfileSchema.Client.Duplicates;

namespace ProfileSchema.Client.Bulk;

/// <summary>
/// Reads profiles and makes files of them, ahead of the sending: one file waits while the next is made, and then the source waits.
/// </summary>
internal sealed class RowSource<T> : IFileSource
{
    private readonly IEnumerable<T>? _profiles;
    private readonly IAsyncEnumerable<T>? _asyncProfiles;
    private readonly BatchFileWriter<T> _writer;
    private readonly KeyLedger _ledger = new(Poly1305.NewKey());
    private readonly bool _rejectsRepeats;
    private readonly long? _expected;
    private int _files;

    public RowSource(IEnumerable<T> profiles, ProfileContract<T> contract, BulkOptions options, BulkBooks books)
        : this(contract, options, books)
    {
        _profiles = profiles;
        _expected ??= profiles.TryGetNonEnumeratedCount(out int count) ? count : null;
    }

    public RowSource(IAsyncEnumerable<T> profiles, ProfileContract<T> contract, BulkOptions options, BulkBooks books)
        : this(contract, options, books) => _asyncProfiles = profiles;

    private RowSource(ProfileContract<T> contract, BulkOptions options, BulkBooks books)
    {
        _expected = options.ExpectedCount;
        _rejectsRepeats = options.DuplicateHandling is DuplicateHandling.Reject;
        _writer = new BatchFileWriter<T>(
            contract,
            new BatchFileOptions
            {
                MaxRows = options.MaxRowsPerFile,
                MergeWindow = options.DuplicateHandling is DuplicateHandling.Merge ? options.MergeWindow : 0,
            },
            books.Reject,
            _rejectsRepeats ? _ledger.TryEnter : null
        );
    }

    public long? Total => _expected;

    public SourceCounts Counts => new(_writer.Read, _writer.Rejected, _writer.Empty, _writer.Merged, _ledger.Repeats);

    public async Task MakeFilesAsync(FileSink files, CancellationToken cancellationToken)
    {
        Task reading = _profiles is not null
            ? ReadAsync(_profiles, files, cancellationToken)
            : ReadAsync(_asyncProfiles!, files, cancellationToken);
        await reading.ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        while (_writer.Complete() is { } last)
        {
            await HandOverAsync(last, files, cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose() => _writer.Dispose();

    /// <summary>Row by row without asynchrony in between, which would cost more than the row.</summary>
    private async Task ReadAsync(IEnumerable<T> profiles, FileSink files, CancellationToken cancellationToken)
    {
        using IEnumerator<T> source = profiles.GetEnumerator();
        while (_writer.AddUntilFull(source, cancellationToken) is { } file)
        {
            await HandOverAsync(file, files, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task ReadAsync(IAsyncEnumerable<T> profiles, FileSink files, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await foreach (T profile in profiles.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (_writer.Add(profile) is { } file)
            {
                await HandOverAsync(file, files, cancellationToken).ConfigureAwait(false);
            }

            // Not before it is added: a source that gives each profile once, such as a channel, would lose it.
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    // Where repeated keys are rejected no file holds one.
    private Task HandOverAsync(BatchFile file, FileSink files, CancellationToken cancellationToken) =>
        files.TakeAsync(new OutgoingFile(++_files, file), Counts, _rejectsRepeats ? null : _ledger, cancellationToken);
}
