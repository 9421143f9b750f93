using System.Diagnostics;
using System.Net;
using ProfileSchema.Client.Http;
using ProfileSchema.Client.Replies;
using ProfileSchema.Client.Telemetry;

namespace ProfileSchema.Client.Bulk;

/// <summary>The call that sends a batch file (BULK-1), in as many attempts as it takes and may have (BULK-5 to BULK-7).</summary>
internal sealed class BatchUpload(ClientSettings settings, RequestSender sender)
{
    private static readonly TimeSpan BaseCeiling = TimeSpan.FromMinutes(5);
    private const string Call = "a batch";
    private const double SlowestBytesPerSecond = 16 * 1024;

    /// <summary>
    /// A larger file is announced: the service may answer before it is sent, and an answer that comes while it is sent is lost with
    /// a connection that the service closes.
    /// </summary>
    private const int AnnouncedBytes = 1_000_000;

    /// <summary>Set by a 417, which something on the way gives that does not know of announcements.</summary>
    private volatile bool _sendsUnannounced;

    /// <summary>Sends a file; whatever comes of each attempt is recorded in <paramref name="sent"/>.</summary>
    /// <exception cref="OperationCanceledException">The call was cancelled; the record says how far it was.</exception>
    public async Task<BatchUploadReply> SendAsync(
        SentFile sent,
        OutgoingFile file,
        UploadTerms terms,
        UploadWatch watch,
        CancellationToken cancellationToken
    )
    {
        var state = new CallState
        {
            Quota = QuotaKind.Upload,
            // BULK-9: the ceiling grows with the size, so that a slow line is no failure.
            AttemptTimeout = BaseCeiling + TimeSpan.FromSeconds(file.Content.Length / SlowestBytesPerSecond),
            MaxAttempts = terms.MaxAttempts,
            RetryTimeout = terms.RetryTimeout,
            Pause = sender.Delays.ForBulkCall,
            OnWaiting = watch.OnWaiting,
            Admit = token => watch.Admit(sent, token),
        };
        return await sender
            .ExecuteAsync(
                state,
                (call, token) => TryAsync(call, sent, file, terms.Version, watch, token, cancellationToken),
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    private async Task<BatchUploadReply> TryAsync(
        CallState state,
        SentFile sent,
        OutgoingFile file,
        BatchApiVersion version,
        UploadWatch watch,
        CancellationToken attemptToken,
        CancellationToken cancellationToken
    )
    {
        string path = version is BatchApiVersion.V1 ? "profile/batchUpdate" : "v2/profile/batchUpdate";
        using var stall = new StallTimer(settings.TimeProvider);
        using var content = new BatchFileContent(file.Content, stall);
        var address = new Uri(settings.BaseAddress, $"/m2/{settings.ClientCode}/{path}");
        HttpRequestMessage request = Post(address, content);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(attemptToken, stall.Token);
        DateTimeOffset beginsAt = settings.TimeProvider.GetUtcNow();
        watch.OnBegin(sent, beginsAt);
        SentAttempt attempt = sent.Begin(beginsAt, content);
        using Activity? activity = ClientTelemetry.StartUpload(file.Number, sent.Attempts);
        long startedAt = settings.TimeProvider.GetTimestamp();
        BatchUploadReply? reply = null;
        try
        {
            reply = await SendAsync().ConfigureAwait(false);
            if (reply.StatusCode is HttpStatusCode.ExpectationFailed && request.Headers.ExpectContinue is true)
            {
                // The same attempt: nothing of the file was sent.
                _sendsUnannounced = true;
                request = Post(address, content);
                reply = await SendAsync().ConfigureAwait(false);
            }
        }
        catch (ProfileRequestException exception)
            when (settings.TokenSource is null || request.Headers.Authorization is not null)
        {
            reply = Failed(exception, content.IsWhole);
        }
        catch (ProfileRequestException exception) when (exception.IsTransient)
        {
            // It was the token that failed, so that nothing was sent, and what was answered was not to the file.
            reply = new BatchUploadReply(BatchOutcome.NotSent)
            {
                Failure = exception.Message,
                IsTransient = true,
                RetryAfter = exception.RetryAfter,
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            ProfileRequestException exception = stall.IsStalled
                ? ConnectionError.Stalled(settings.BaseAddress, StallTimer.Timeout)
                : ConnectionError.TimedOut(settings.BaseAddress, state.AttemptTimeout);
            reply = Failed(exception, content.IsWhole);
        }
        finally
        {
            attempt.End(settings.TimeProvider.GetUtcNow(), reply);
            ClientTelemetry.EndUpload(activity, reply, settings.TimeProvider.GetElapsedTime(startedAt).TotalSeconds);
            await watch.OnEnd(sent).ConfigureAwait(false);
        }

        Task<BatchUploadReply> SendAsync() =>
            sender.SendOnceAsync(
                state,
                request,
                (response, token) => ReadAsync(response, content, token),
                either.Token
            );

        if (reply.Outcome is not BatchOutcome.Accepted)
        {
            ClientLog.AttemptFailed(settings.Logger, file.Number, sent.Attempts, reply.Outcome, (int?)reply.StatusCode);
        }

        return reply;
    }

    // Not disposed of: all that it holds is the content, which may be sent once more.
    private HttpRequestMessage Post(Uri address, BatchFileContent content) =>
        new(HttpMethod.Post, address)
        {
            Content = content,
            Headers =
            {
                ExpectContinue = !_sendsUnannounced && content.Headers.ContentLength > AnnouncedBytes ? true : null,
            },
        };

    // A redirect is an answer that doesn't accept the file. Without an answer the file is unconfirmed (BULK-7).
    private static BatchUploadReply Failed(ProfileRequestException exception, bool isWhole) =>
        new(
            exception.StatusCode is not null ? BatchOutcome.Declined
                : isWhole ? BatchOutcome.Unconfirmed
                : BatchOutcome.NotSent,
            StatusCode: exception.StatusCode
        )
        {
            Failure = exception.Message,
            IsTransient = exception.IsTransient,
        };

    private async Task<BatchUploadReply> ReadAsync(
        HttpResponseMessage response,
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
            ProfileRequestException error = ServiceError.For(status, Call, serviceMessage: null, isPage: isPage);
            return new BatchUploadReply(
                OutcomeOf(status, content.IsWhole),
                Message: ServiceText.WithoutToken(text, response),
                StatusCode: status
            )
            {
                Failure = isPage && !error.IsTransient ? error.Message : null,
                IsTransient = error.IsTransient,
                IsPage = isPage,
                RetryAfter = response.Headers.RetryAfter,
            };
        }

        Stream body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        BulkReply reply = await BulkReplyReader.ReadAsync(body, cancellationToken).ConfigureAwait(false);
        string? message = ServiceText.WithoutToken(reply.Message, response);
        return reply.Success switch
        {
            true => new BatchUploadReply(BatchOutcome.Accepted, reply.BatchStatus, StatusCode: status),
            false => new BatchUploadReply(BatchOutcome.Declined, Message: message, StatusCode: status),

            // It broke off, or something else on the way answered: as good as none.
            null => new BatchUploadReply(BatchOutcome.Unconfirmed, Message: message)
            {
                Failure = isPage ? ServiceError.NotUnderstood(Call, response).Message : null,
                IsTransient = !isPage,
            },
        };
    }

    // 429 and 503 say that the call was one too many (BULK-5, BULK-6). Of other failures of a server, or of a gateway before
    // it, nobody knows at which moment they came, unless it was before the end of the file.
    private static BatchOutcome OutcomeOf(HttpStatusCode status, bool isWhole) =>
        isWhole && status >= HttpStatusCode.InternalServerError && status is not HttpStatusCode.ServiceUnavailable
            ? BatchOutcome.Unconfirmed
            : BatchOutcome.Declined;
}

/// <summary>What a run has to do with the attempts of a file.</summary>
/// <param name="Admit">Takes a status position for the next attempt (STATUS-4).</param>
/// <param name="OnWaiting">Is told what the call waits for.</param>
/// <param name="OnBegin">Is told of each attempt, and its time, before it begins.</param>
/// <param name="OnEnd">Called when an attempt has ended, in whatever way, before it is retried.</param>
internal sealed record UploadWatch(
    Func<SentFile, CancellationToken, ValueTask> Admit,
    Action<CallWait> OnWaiting,
    Action<SentFile, DateTimeOffset> OnBegin,
    Func<SentFile, ValueTask> OnEnd
);

/// <summary>How a run sends its files.</summary>
internal sealed record UploadTerms(BatchApiVersion Version, int MaxAttempts, TimeSpan RetryTimeout);
