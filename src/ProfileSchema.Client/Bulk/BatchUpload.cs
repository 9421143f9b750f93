using System.Net;
using ProfileSchema.Client.Http;
using ProfileSchema.Client.Replies;

namespace ProfileSchema.Client.Bulk;

/// <summary>The call that uploads a batch file (BULK-1).</summary>
internal sealed class BatchUpload(ClientSettings settings, RequestSender sender)
{
    private const string Call = "a batch";
    private const double SlowestBytesPerSecond = 16 * 1024;

    /// <summary>
    /// A larger file is announced: the service may answer before it is sent, and an answer that comes while it is sent is lost with
    /// a connection that the service closes.
    /// </summary>
    private const int AnnouncedBytes = 1_000_000;

    private static readonly TimeSpan BaseTimeout = TimeSpan.FromMinutes(5);

    /// <summary>Set by a 417, which something on the way gives that does not know of announcements.</summary>
    private volatile bool _sendsUnannounced;

    /// <summary>The call for a file, in as many attempts as it takes and may have (BULK-5 to BULK-7).</summary>
    public CallState CreateCall(UploadFile file, BulkOptions options) =>
        new()
        {
            Quota = QuotaKind.Upload,

            // BULK-9: the timeout grows with the size, so that a slow line is no failure.
            AttemptTimeout = BaseTimeout + TimeSpan.FromSeconds(file.Bytes / SlowestBytesPerSecond),
            MaxAttempts = options.MaxAttempts,
            RetryTimeout = options.RetryTimeout,
            Pause = sender.Delays.ForBulkCall,
            OnWaiting = wait => file.Apply(new WaitChanged(wait)),
        };

    /// <summary>Makes one attempt.</summary>
    /// <param name="attemptToken">Ends the attempt when it takes too long.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>The address of the status, as the service wrote it; not to be trusted (STATUS-6).</returns>
    /// <exception cref="ProfileRequestException">The attempt failed, or the token source did.</exception>
    public async Task<string?> SendAsync(
        CallState call,
        UploadFile file,
        BatchApiVersion version,
        CancellationToken attemptToken,
        CancellationToken cancellationToken
    )
    {
        using var stall = new StallTimer(settings.TimeProvider);
        using var content = new BatchFileContent(file.Content, stall);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(attemptToken, stall.Token);
        file.Apply(new AttemptStarted(file.Attempts + 1, settings.TimeProvider.GetUtcNow()));
        long startedAt = settings.TimeProvider.GetTimestamp();
        Acceptance? accepted = null;
        ProfileRequestException? failure = null;
        try
        {
            accepted = await PostAsync(call, file, version, content, either.Token).ConfigureAwait(false);
            return accepted.StatusUrl;
        }
        catch (ProfileRequestException exception) when (settings.TokenSource is null || call.Token is not null)
        {
            failure = exception;
            throw;
        }
        catch (ProfileRequestException exception) when (exception.IsTransient)
        {
            // It was the token that failed, so that nothing was sent, and what was answered was not to the file.
            failure = new ProfileRequestException(exception.Message) { IsTransient = true };
            throw failure;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            failure = stall.IsStalled
                ? ConnectionError.Stalled(settings.BaseAddress, StallTimer.Timeout)
                : ConnectionError.TimedOut(settings.BaseAddress, call.AttemptTimeout);
            throw failure;
        }
        finally
        {
            file.Apply(
                new AttemptEnded(
                    settings.TimeProvider.GetUtcNow(),
                    settings.TimeProvider.GetElapsedTime(startedAt),
                    accepted is not null ? BatchOutcome.Accepted : OutcomeOf(failure?.StatusCode, content.IsWhole),
                    accepted?.StatusCode ?? failure?.StatusCode,
                    failure
                )
            );
        }
    }

    private async Task<Acceptance> PostAsync(
        CallState call,
        UploadFile file,
        BatchApiVersion version,
        BatchFileContent content,
        CancellationToken cancellationToken
    )
    {
        string path = version is BatchApiVersion.V1 ? "profile/batchUpdate" : "v2/profile/batchUpdate";
        bool isAnnounced = !_sendsUnannounced && file.Bytes > AnnouncedBytes;

        // Not disposed of: all that it holds is the content, which may be sent once more.
        var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri(settings.BaseAddress, $"/m2/{settings.ClientCode}/{path}")
        )
        {
            Content = content,
            Headers = { ExpectContinue = isAnnounced ? true : null },
        };
        try
        {
            return await sender
                .SendOnceAsync(
                    call,
                    request,
                    (response, token) => ReadAsync(response, file, content, token),
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
        catch (ProfileRequestException exception)
            when (isAnnounced && exception.StatusCode is HttpStatusCode.ExpectationFailed)
        {
            // The same attempt: nothing of the file was sent.
            _sendsUnannounced = true;
            return await PostAsync(call, file, version, content, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<Acceptance> ReadAsync(
        HttpResponseMessage response,
        UploadFile file,
        BatchFileContent content,
        CancellationToken cancellationToken
    )
    {
        HttpStatusCode status = response.StatusCode;
        bool isPage = ServiceError.IsPage(response);
        if (!response.IsSuccessStatusCode)
        {
            string? text = await ServiceError
                .ReadTextAsync(response, settings.TimeProvider, cancellationToken)
                .ConfigureAwait(false);
            throw ServiceError.For(status, Call, Clean(text), response.Headers.RetryAfter, isPage);
        }

        Stream body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        BulkReply reply = await BulkReplyReader.ReadAsync(body, cancellationToken).ConfigureAwait(false);
        if (reply.Success is true)
        {
            return new Acceptance(reply.BatchStatus, status);
        }

        if (reply.Success is false)
        {
            throw new ProfileRequestException(
                "The service declined the batch. See ServiceMessage for the error message from the service.",
                status,
                Clean(reply.Message)
            )
            {
                IsServiceReply = true,
            };
        }

        // It broke off, or something else on the way answered: as good as no answer to the whole file.
        content.MarkWhole();
        throw new ProfileRequestException(
            ServiceError.NotUnderstood(Call, response).Message,
            serviceMessage: Clean(reply.Message)
        )
        {
            IsTransient = !isPage,
            IsServiceReply = !isPage,
        };

        string? Clean(string? text) => ServiceText.Clean(ServiceText.WithoutToken(text, response), file.Content);
    }

    // A redirect is an answer that doesn't accept the file. Without an answer it depends on whether the whole file was handed over
    // (BULK-7). 429 and 503 tell that the call was one too many (BULK-5, BULK-6). Of other failures of a server, or of a gateway before
    // it, it isn't known at which moment they came, unless it was before the end of the file.
    private static BatchOutcome OutcomeOf(HttpStatusCode? status, bool isWhole) =>
        status switch
        {
            null => isWhole ? BatchOutcome.Unconfirmed : BatchOutcome.NotSent,
            HttpStatusCode.ServiceUnavailable or < HttpStatusCode.InternalServerError => BatchOutcome.Declined,
            _ => isWhole ? BatchOutcome.Unconfirmed : BatchOutcome.Declined,
        };

    /// <summary>The service accepted the file.</summary>
    private sealed record Acceptance(string? StatusUrl, HttpStatusCode StatusCode);
}
