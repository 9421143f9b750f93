using System.Net;
using System.Net.Http.Headers;
using ProfileSchema.Client.Http;

namespace ProfileSchema.Client.Authentication;

/// <summary>A GET to Adobe I/O, with its bearer token and key, which go to no other host (AUTH-2, AUTH-4).</summary>
internal sealed class AdobeRequest
{
    private const int MaxAttempts = 3;

    private readonly AdobeTokenOptions _options;
    private readonly RequestSender _sender;
    private readonly Uri _address;
    private readonly string _call;
    private readonly Func<RetryDelays, AttemptFailure, TimeSpan?> _delay;

    /// <param name="options">How Adobe I/O is reached.</param>
    /// <param name="http">Sends the request.</param>
    /// <param name="path">What is requested, below the tenant.</param>
    /// <param name="call">The name of the call in messages.</param>
    /// <param name="delay">How long to wait after a failure. If it is longer than the request timeout, the request is not retried.</param>
    public AdobeRequest(
        AdobeTokenOptions options,
        HttpClient http,
        string path,
        string call,
        Func<RetryDelays, AttemptFailure, TimeSpan?> delay
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options.ToValidated();
        _sender = new RequestSender(
            new SenderSettings
            {
                BaseAddress = _options.BaseAddress,
                RequestTimeout = _options.RequestTimeout,
                MaxAttempts = MaxAttempts,
                TimeProvider = _options.TimeProvider,
            },
            http
        );
        _address = new Uri(_options.BaseAddress, $"/{_options.Tenant}/{path}");
        _call = call;
        _delay = delay;
    }

    public TimeProvider Time => _options.TimeProvider;

    /// <summary>Sends the request, in several attempts, and reads an answer of status 200.</summary>
    /// <exception cref="ProfileRequestException">No attempt got an answer that could be read.</exception>
    public Task<TReply> SendAsync<TReply>(
        Func<HttpResponseMessage, CancellationToken, Task<TReply>> read,
        CancellationToken cancellationToken
    )
    {
        var call = new CallState
        {
            AttemptTimeout = _options.RequestTimeout,
            MaxAttempts = MaxAttempts,

            // Each delay has a limit of its own.
            RetryTimeout = TimeSpan.MaxValue,
            Pause = DelayAfter,
        };
        return _sender.SendAsync(
            call,
            async (call, token) =>
            {
                using HttpRequestMessage request = await MakeAsync(token).ConfigureAwait(false);
                return await _sender.SendOnceAsync(call, request, ReadOkAsync, token).ConfigureAwait(false);
            },
            cancellationToken
        );

        Task<TReply> ReadOkAsync(HttpResponseMessage response, CancellationToken token) =>
            response.StatusCode is HttpStatusCode.OK ? read(response, token) : throw Declined(response);
    }

    private TimeSpan? DelayAfter(AttemptFailure failure) =>
        _delay(_sender.Delays, failure) is { } delay && delay <= _options.RequestTimeout ? delay : null;

    private async Task<HttpRequestMessage> MakeAsync(CancellationToken cancellationToken)
    {
        // Its own wait: an attempt cannot end while a delegate that ignores its cancellation goes on.
        string accessToken = BearerToken.Checked(
            await _options.AccessToken!(cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false),
            "AdobeTokenOptions.AccessToken"
        );
        var request = new HttpRequestMessage(HttpMethod.Get, _address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        request.Headers.Add("X-Api-Key", _options.ApiKey);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return request;
    }

    // The text of the answer is not read: whatever is wrong with a token may hold the token.
    private ProfileRequestException Declined(HttpResponseMessage response)
    {
        HttpStatusCode status = response.StatusCode;
        bool isPage = ServiceError.IsPage(response);
        return ServiceError.IsTokenRefused(status) && !isPage
            ? new ProfileRequestException(
                $"Adobe I/O answered {(int)status} to {_call}. Check AdobeTokenOptions.AccessToken and ApiKey, and what their "
                    + "integration may see of the tenant.",
                status
            )
            : ServiceError.For(status, _call, serviceMessage: null, response.Headers.RetryAfter, isPage);
    }
}
