using System.Net;
using System.Net.Http.Headers;
using ProfileSchema.Client.Replies;

namespace ProfileSchema.Client.Http;

/// <summary>Sends requests as every call of the client is sent: with the token, without redirects, in attempts within their time.</summary>
internal sealed class RequestSender(SenderSettings settings, HttpClient http)
{
    private readonly AttemptPipeline _pipeline = new(settings);

    public RetryDelays Delays { get; } = new(settings.TimeProvider);

    /// <summary>Makes a small call and reads its answer, in several attempts where that is safe.</summary>
    /// <param name="make">Makes the request of an attempt.</param>
    /// <param name="read">Reads an answer that is no redirect, whatever its status.</param>
    /// <exception cref="ProfileRequestException">No attempt got an answer that could be read.</exception>
    public Task<TReply> SendAsync<TReply>(
        CallState state,
        Func<HttpRequestMessage> make,
        Func<HttpResponseMessage, CancellationToken, Task<TReply>> read,
        CancellationToken cancellationToken
    ) =>
        SendAsync(
            state,
            async (call, token) =>
            {
                using HttpRequestMessage request = make();
                return await SendOnceAsync(call, request, read, token).ConfigureAwait(false);
            },
            cancellationToken
        );

    /// <summary>Makes a small call in attempts that send their request by <see cref="SendOnceAsync"/>.</summary>
    /// <exception cref="ProfileRequestException">No attempt got an answer that could be read.</exception>
    public async Task<TReply> SendAsync<TReply>(
        CallState state,
        Func<CallState, CancellationToken, Task<TReply>> attempt,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await RetryAsync(
                    state,
                    token => AttemptAsync(state, token => attempt(state, token), token),
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
        catch (ProfileRequestException) when (cancellationToken.IsCancellationRequested)
        {
            // An error page that was being read when the caller ended the call (ServiceError.ReadBrieflyAsync).
            throw new OperationCanceledException(cancellationToken);
        }
    }

    /// <inheritdoc cref="AttemptPipeline.RetryAsync"/>
    public Task<TReply> RetryAsync<TReply>(
        CallState state,
        Func<CancellationToken, Task<TReply>> attempt,
        CancellationToken cancellationToken
    ) => _pipeline.RetryAsync(state, attempt, cancellationToken);

    /// <inheritdoc cref="AttemptPipeline.AttemptAsync"/>
    public Task<TReply> AttemptAsync<TReply>(
        CallState state,
        Func<CancellationToken, Task<TReply>> send,
        CancellationToken cancellationToken
    ) => _pipeline.AttemptAsync(state, send, cancellationToken);

    /// <summary>Creates a small call.</summary>
    /// <param name="quota">What it counts against; null for calls that no quota counts.</param>
    /// <param name="pause">How long to pause after a failure.</param>
    public CallState CreateCall(QuotaKind? quota, Func<AttemptFailure, TimeSpan?> pause) =>
        new()
        {
            Quota = quota,
            AttemptTimeout = settings.RequestTimeout,
            MaxAttempts = settings.MaxAttempts,
            RetryTimeout = settings.RequestTimeout,
            Pause = pause,
        };

    /// <summary>Sends one request and reads its answer.</summary>
    /// <param name="read">Reads an answer that is no redirect, whatever its status.</param>
    /// <exception cref="ProfileRequestException">No answer came, it could not be read, or a redirect was followed or asked for.</exception>
    public async Task<TReply> SendOnceAsync<TReply>(
        CallState state,
        HttpRequestMessage request,
        Func<HttpResponseMessage, CancellationToken, Task<TReply>> read,
        CancellationToken cancellationToken
    )
    {
        await AuthorizeAsync(state, request, cancellationToken).ConfigureAwait(false);
        Uri address = request.RequestUri!;
        bool isReading = false;
        try
        {
            using HttpResponseMessage response = await http.SendAsync(
                    request,
                    HttpCompletionOption.ResponseHeadersRead,
                    cancellationToken
                )
                .ConfigureAwait(false);
            RequireNoRedirect(response, address);
            response.RequestMessage ??= request;
            isReading = true;
            return await read(response, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException exception)
        {
            // Not as the inner exception: its message may hold the address, and with it an id (HTTP-2).
            throw ConnectionError.Failed(address, exception);
        }
        catch (OperationCanceledException exception)
            when (ConnectionError.IsCutOff(exception) && !cancellationToken.IsCancellationRequested)
        {
            throw ConnectionError.CutOff(address, exception);
        }
        catch (ReplyTooLargeException exception)
        {
            throw new ProfileRequestException(exception.Message);
        }
        catch (Exception exception)
            when (exception is IOException || (isReading && ConnectionError.IsUnreadable(exception)))
        {
            throw ConnectionError.Unreadable(address);
        }
    }

    private async ValueTask AuthorizeAsync(
        CallState state,
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        state.Token = null;
        if (settings.TokenSource is null || state.IsAnonymous)
        {
            return;
        }

        string token = await BearerToken
            .FindAsync(
                token => settings.TokenSource.GetTokenAsync(token).AsTask(),
                ProfileTokenSource.NameOfOption,
                settings.RequestTimeout,
                settings.TimeProvider,
                cancellationToken
            )
            .ConfigureAwait(false);
        state.Token = token;

        // On the message, not on the HttpClient: whatever else the caller's client sends does not carry it (AUTH-4).
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>
    /// Makes sure that what was meant for one address stays there (HTTP-1). The client's own handler follows no redirect; a handler of
    /// the caller may have done so.
    /// </summary>
    /// <exception cref="ProfileRequestException">A redirect was followed or asked for.</exception>
    private static void RequireNoRedirect(HttpResponseMessage response, Uri address)
    {
        Uri? answered = response.RequestMessage?.RequestUri;
        if (answered is not null && answered != address)
        {
            throw new ProfileRequestException(
                $"A redirect was followed, which may have sent what was meant for {address.Host} elsewhere (HTTP-1). "
                    + "Set AllowAutoRedirect = false on the handler of the HttpClient."
            );
        }

        if ((int)response.StatusCode is >= 300 and < 400)
        {
            HttpStatusCode status = response.StatusCode;
            throw new ProfileRequestException(
                $"The service at {address.Host} answered with a redirect, {(int)status}, which is not followed (HTTP-1). "
                    + "Check the base address and any proxy on the way.",
                status
            );
        }
    }
}
