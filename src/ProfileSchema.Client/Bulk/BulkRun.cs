using System.Threading.Channels;

namespace ProfileSchema.Client;

/// <summary>One bulk update: rows in, files out, their status followed, the books kept; each at the same time as the others.</summary>
internal sealed class BulkRun<T> : IDisposable
{
    private readonly IProgress<BulkProgress>? _progress;
    private readonly TimeProvider _time;
    private readonly CancellationToken _cancellationToken;
    private readonly RunEnd _end;
    private readonly RunTotals _totals = new();
    private readonly BulkBooks _books;
    private readonly BatchFileWriter<T> _writer;
    private readonly FileSender _sender;

    public BulkRun(
        ClientSettings settings,
        BatchUpload upload,
        BatchStatusCall statusCall,
        ProfileContract<T> contract,
        BulkOptions options,
        IProgress<BulkProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        _progress = progress;
        _time = settings.TimeProvider;
        _cancellationToken = cancellationToken;
        _end = new RunEnd(cancellationToken);
        _books = new BulkBooks(options.OnRejected);
        _writer = new BatchFileWriter<T>(
            contract,
            new BatchFileOptions { MaxRows = options.MaxRowsPerFile },
            _books.Reject
        );
        _sender = new FileSender(
            upload,
            new StatusFollower(settings, statusCall, options, _totals),
            new UploadTerms(RequireVersion(options.Version, contract), options.MaxAttempts, options.RetryTimeout),
            options,
            _books,
            _totals,
            _end
        );
    }

    /// <param name="read">Has the reader read the source.</param>
    /// <exception cref="BulkUpdateException">The source failed, or the service does not let the client in.</exception>
    /// <exception cref="BulkUpdateCanceledException">The token was cancelled.</exception>
    public async Task<BulkResult> RunAsync(Func<RowReader<T>, CancellationToken, Task> read)
    {
        Channel<OutgoingFile> files = Channel.CreateBounded<OutgoingFile>(
            new BoundedChannelOptions(1) { SingleReader = true, SingleWriter = true }
        );
        var reporter = new ProgressReporter(_progress, Snapshot, _end, _time);
        try
        {
            Task<Exception?> reading = Task.Run(() => ReadAsync(read, files.Writer), CancellationToken.None);
            await _sender.SendAllAsync(files.Reader).ConfigureAwait(false);

            // What was read whole before the source failed is sent first.
            if (await reading.ConfigureAwait(false) is { } failure)
            {
                _end.Fail(failure);
            }

            await _sender.FollowAllAsync().ConfigureAwait(false);
        }
        finally
        {
            await reporter.DisposeAsync().ConfigureAwait(false);
        }

        while (files.Reader.TryRead(out OutgoingFile? unsent))
        {
            unsent.Dispose();
        }

        return Close();
    }

    public void Dispose()
    {
        _writer.Dispose();
        _end.Dispose();
    }

    private async Task<Exception?> ReadAsync(
        Func<RowReader<T>, CancellationToken, Task> read,
        ChannelWriter<OutgoingFile> files
    )
    {
        try
        {
            await read(new RowReader<T>(_writer, files), _end.Token).ConfigureAwait(false);
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
        finally
        {
            files.Complete();
        }
    }

    private BulkResult Close()
    {
        BulkResult result = _books.Close(_writer);
        if (_end.Failure is { } failure)
        {
            string reason =
                failure is ProfileRequestException
                    ? failure.Message
                    : "Its source, a callback or the token source failed.";
            throw new BulkUpdateException($"The bulk update ended early. {reason}", result, failure);
        }

        return _end.IsCancelled ? throw new BulkUpdateCanceledException(result, _cancellationToken) : result;
    }

    // ID-5
    private static BatchApiVersion RequireVersion(BatchApiVersion? version, ProfileContract<T> contract)
    {
        if (version is null && contract.KeyKind is ProfileKeyKind.PcId)
        {
            throw new ArgumentException(
                $"{contract.Name} is keyed by pcId, for which BulkOptions.Version has no default (ID-5): choose V1 for an "
                    + "account with Experience Cloud ids, V2 for one without.",
                nameof(version)
            );
        }

        return version ?? BatchApiVersion.V2;
    }

    private BulkProgress Snapshot() =>
        new(_writer.Read, _writer.Rejected, _writer.Empty, _totals.Sent, _totals.Accepted, _totals.Resolved)
        {
            WaitsFor =
                _totals.IsAnyWaiting(CallWait.Permit) ? BulkWait.Budget
                : _totals.IsAnyWaiting(CallWait.Retry) ? BulkWait.Retry
                : BulkWait.Nothing,
        };
}
