using System.Runtime.CompilerServices;
using ProfileSchema.Client.Duplicates;

namespace ProfileSchema.Client.Bulk;

/// <summary>Profiles as a source: reads them and writes files of them.</summary>
internal sealed class RowSource<T> : IFileSource
{
    private const int MaxRejectionsKept = 1_000;

    private readonly IEnumerable<T>? _profiles;
    private readonly IAsyncEnumerable<T>? _asyncProfiles;
    private readonly BatchFileWriter<T> _writer;
    private readonly KeyLedger _ledger = new(Poly1305.NewKey());
    private readonly bool _rejectsRepeats;
    private readonly Action<RejectedProfile>? _onRejected;
    private readonly List<RejectedProfile> _rejections = [];
    private readonly long? _expected;
    private volatile bool _isRead;

    public RowSource(IEnumerable<T> profiles, ProfileContract<T> contract, BulkOptions options)
        : this(contract, options)
    {
        _profiles = profiles;
        _expected ??= profiles.TryGetNonEnumeratedCount(out int count) ? count : null;
    }

    public RowSource(IAsyncEnumerable<T> profiles, ProfileContract<T> contract, BulkOptions options)
        : this(contract, options) => _asyncProfiles = profiles;

    private RowSource(ProfileContract<T> contract, BulkOptions options)
    {
        _expected = options.ExpectedCount;
        _onRejected = options.OnRejected;
        _rejectsRepeats = options.DuplicateHandling is DuplicateHandling.Reject;
        _writer = new BatchFileWriter<T>(
            contract,
            new BatchFileOptions
            {
                MaxRows = options.MaxRowsPerFile,
                MergeWindow = options.DuplicateHandling is DuplicateHandling.Merge ? options.MergeWindow : 0,
            },
            Reject,
            _rejectsRepeats ? _ledger.TryEnter : null
        );
    }

    public long? Total => _isRead ? _writer.Read : _expected;

    public SourceCounts Counts => new(_writer.Read, _writer.Rejected, _writer.Empty, _writer.Merged, _ledger.Repeats);

    public IReadOnlyList<RejectedProfile> Rejections => _rejections;

    public async IAsyncEnumerable<BatchFile> ReadFilesAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        if (_profiles is not null)
        {
            // Row by row without asynchrony in between, which would cost more than the row.
            using IEnumerator<T> source = _profiles.GetEnumerator();
            while (_writer.AddUntilFull(source, cancellationToken) is { } file)
            {
                yield return file;
            }
        }
        else
        {
            cancellationToken.ThrowIfCancellationRequested();
            await foreach (T profile in _asyncProfiles!.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                if (_writer.Add(profile) is { } file)
                {
                    yield return file;
                }

                // Not before it is added: a source that gives each profile once, such as a channel, would lose it.
                cancellationToken.ThrowIfCancellationRequested();
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
        while (_writer.Complete() is { } last)
        {
            yield return last;
        }

        _isRead = true;
    }

    // Where repeated keys are rejected no file holds one.
    public bool AddKeys(BatchFile file) => !_rejectsRepeats && _ledger.Enter(file.Content);

    public void Dispose() => _writer.Dispose();

    private void Reject(RejectedProfile rejected)
    {
        if (_rejections.Count < MaxRejectionsKept)
        {
            _rejections.Add(rejected);
        }

        _onRejected?.Invoke(rejected);
    }
}
