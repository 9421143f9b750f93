using System.Net;

namespace ProfileSchema.Client;

/// <summary>One bulk update: rows in, files out one after another, their status followed, the books kept.</summary>
internal sealed class BulkRun<T> : IDisposable
{
    private readonly ClientSettings _settings;
    private readonly BatchUpload _upload;
    private readonly BatchApiVersion _version;
    private readonly IProgress<BulkProgress>? _progress;
    private readonly BulkBooks _books;
    private readonly BatchFileWriter<T> _writer;
    private readonly StatusFollower _follower;
    private long _sent;
    private long _accepted;
    private long _resolved;

    public BulkRun(
        ClientSettings settings,
        BatchUpload upload,
        BatchStatusCall statusCall,
        ProfileContract<T> contract,
        BulkOptions options,
        IProgress<BulkProgress>? progress
    )
    {
        _settings = settings;
        _upload = upload;
        _version = RequireVersion(options.Version, contract);
        _progress = progress;
        _books = new BulkBooks(options.OnRejected);
        _writer = new BatchFileWriter<T>(
            contract,
            new BatchFileOptions { MaxRows = options.MaxRowsPerFile },
            _books.Reject
        );
        _follower = new StatusFollower(settings, statusCall, options, OnResolved);
    }

    /// <exception cref="BulkUpdateException">The source failed, or the service does not let the client in.</exception>
    /// <exception cref="BulkUpdateCanceledException">The token was cancelled.</exception>
    public async Task<BulkResult> RunAsync(IAsyncEnumerable<T> profiles, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (T profile in profiles.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                cancellationToken.ThrowIfCancellationRequested();
                await SendAsync(_writer.Add(profile), cancellationToken).ConfigureAwait(false);
            }

            await SendAsync(_writer.Complete(), cancellationToken).ConfigureAwait(false);
            await _follower.CompleteAsync(cancellationToken).ConfigureAwait(false);
            Report();
            return _books.Close(_writer);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw new BulkUpdateCanceledException(_books.Close(_writer), cancellationToken);
        }
        catch (Exception exception)
        {
            string reason =
                exception is ProfileRequestException
                    ? exception.Message
                    : "Its source, a callback or the token source failed.";
            throw new BulkUpdateException($"The bulk update ended early. {reason}", _books.Close(_writer), exception);
        }
    }

    public void Dispose() => _writer.Dispose();

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

    private ValueTask SendAsync(BatchFile? file, CancellationToken cancellationToken) =>
        file is null ? ValueTask.CompletedTask : new ValueTask(SendFileAsync(file, cancellationToken));

    private async Task SendFileAsync(BatchFile file, CancellationToken cancellationToken)
    {
        using (file)
        {
            await _follower.MakeRoomAsync(cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            var sent = new SentFile(_books.Files + 1, file, _settings.TimeProvider.GetUtcNow());
            _books.Add(sent);
            BatchUploadReply reply;
            try
            {
                reply = await _upload.SendAsync(file, _version, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // Only a token source fails in another way than without an answer, and that is before anything is sent.
                _books.RemoveLast();
                throw;
            }

            Record(sent, file, reply);
        }
    }

    private void Record(SentFile sent, BatchFile file, BatchUploadReply reply)
    {
        sent.Outcome = reply.Outcome;
        sent.ServiceMessage = ServiceText.Clean(
            reply.ServiceMessage,
            BatchKeys.FoundIn(reply.ServiceMessage, file.Content)
        );
        _sent += file.Rows;
        if (reply.Outcome is BatchOutcome.Accepted)
        {
            _accepted += file.Rows;
            _follower.Follow(sent, reply.StatusUrl);
        }

        Report();
        if (reply.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            throw ServiceError.For(reply.StatusCode.Value, "a batch", sent.ServiceMessage);
        }
    }

    private void OnResolved(SentFile file)
    {
        _resolved += file.ToResult().Rows;
        Report();
    }

    private void Report() =>
        _progress?.Report(new BulkProgress(_writer.Read, _writer.Rejected, _writer.Empty, _sent, _accepted, _resolved));
}
