using System.Net.Http.Headers;
using Polly.Timeout;

namespace ProfileSchema.Client.Http;

/// <summary>Sends requests as every call of the client is sent: with the token, without redirects, in attempts within their time.</summary>
internal sealed class RequestSender(ClientSettings settings, HttpClient http)
{
    private readonly AttemptPipeline _pipeline = new(settings);
    private readonly RetryPause _pause = new(settings.TimeProvider);

    public RetryPause Pause => _pause;

    /// <summary>Makes a small call and reads its answer, in several attempts where that is safe.</summary>
    /// <param name="make">Makes the request of an attempt.</param>
    /// <param name="read">Reads an answer that is no redirect, whatever its status.</param>
    /// <exception cref="ProfileRequestException">No attempt got an answer that could be read.</exception>
    public async Task<TReply> SendAsync<TReply>(
        CallState state,
        Func<HttpRequestMessage> make,
        Func<HttpResponseMessage, CancellationToken, Task<TReply>> read,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await ExecuteAsync(
                    state,
                    async (call, token) =>
                    {
                        using HttpRequestMessage request = make();
                        return await SendOnceAsync(call, request, read, token).ConfigureAwait(false);
                    },
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
        catch (ProfileRequestException) when (cancellationToken.IsCancellationRequested)
        {
            // An error page that was being read when the caller ended the call (ServiceError.ReadBrieflyAsync).
            throw new OperationCanceledException(cancellationToken);
        }
        catch (TimeoutRejectedException)
        {
            throw ConnectionError.TimedOut(settings.BaseAddress, state.AttemptTimeout);
        }
    }

    /// <summary>Makes a call in attempts of its own kind.</summary>
    public Task<TReply> ExecuteAsync<TReply>(
        CallState state,
        Func<CallState, CancellationToken, Task<TReply>> attempt,
        CancellationToken cancellationToken
    ) => _pipeline.ExecuteAsync(state, attempt, cancellationToken);

    /// <summary>The terms of a small call.</summary>
    /// <param name="quota">What it counts against; null for calls that no quota counts.</param>
    /// <param name="pause">How long to pause after a failure.</param>
    public CallState Small(QuotaKind? quota, Func<AttemptFailure, TimeSpan?> pause) =>
        new()
        {
            Quota = quota,
            AttemptTimeout = settings.RequestTimeout,
            MaxAttempts = settings.MaxAttempts,
            RetryTimeout = settings.RequestTimeout,
            Pause = pause,
        };

    /// <summary>Sends one request and reads its answer.</summary>
    /// <exception cref="ProfileRequestException">No answer came, it could not be read, or a redirect was followed or asked for.</exception>
    public async Task<TReply> SendOnceAsync<TReply>(
        CallState state,
        HttpRequestMessage request,
        Func<HttpResponseMessage, CancellationToken, Task<TReply>> read,
        CancellationToken cancellationToken
    )
    {
        await AuthorizeAsync(state, request, cancellationToken).ConfigureAwait(false);
        return await HttpExchange.SendAsync(http, request, read, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask AuthorizeAsync(
        CallState state,
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (settings.TokenSource is null || state.IsMetered)
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
}
