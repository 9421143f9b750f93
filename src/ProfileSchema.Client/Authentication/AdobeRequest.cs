using System.Net;
using System.Net.Http.Headers;
using Polly;
using Polly.Retry;
using Polly.Timeout;
using ProfileSchema.Client.Http;

namespace ProfileSchema.Client.Authentication;

/// <summary>A GET to Adobe I/O, with its bearer token and key, which go to no other host (AUTH-2, AUTH-4).</summary>
internal sealed class AdobeRequest
{
    private readonly HttpClient _http;
    private readonly Uri _address;
    private readonly string _call;
    private readonly string _apiKey;
    private readonly Func<CancellationToken, Task<string>> _accessToken;
    private readonly TimeSpan _timeout;
    private readonly ResiliencePipeline _pipeline;

    /// <param name="options">How Adobe I/O is reached.</param>
    /// <param name="http">Sends the request.</param>
    /// <param name="path">What is asked for, below the tenant.</param>
    /// <param name="call">What the call is called in messages.</param>
    /// <param name="pause">How long to wait after a failure. If it is longer than the request timeout, the request is not retried.</param>
    public AdobeRequest(
        AdobeTokenOptions options,
        HttpClient http,
        string path,
        string call,
        Func<RetryPause, AttemptFailure, TimeSpan?> pause
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        const string name = nameof(AdobeTokenOptions);
        OptionRules.Require(OptionRules.LabelFault(options.Tenant), name, nameof(options.Tenant));
        OptionRules.Require(OptionRules.AddressFault(options.BaseAddress), name, nameof(options.BaseAddress));
        OptionRules.Require(OptionRules.SpanFault(options.RequestTimeout), name, nameof(options.RequestTimeout));
        if (string.IsNullOrEmpty(options.ApiKey) || options.ApiKey.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            throw OptionRules.Invalid(
                name,
                nameof(options.ApiKey),
                "is empty or contains characters other than visible ASCII. Pass the client id of the Adobe I/O integration"
            );
        }

        _http = http;
        _call = call;
        _apiKey = options.ApiKey;
        _accessToken =
            options.AccessToken
            ?? throw OptionRules.Invalid(
                name,
                nameof(options.AccessToken),
                "is null. Set what finds the bearer token of the Adobe I/O integration"
            );
        _timeout = options.RequestTimeout;
        Time =
            options.TimeProvider
            ?? throw OptionRules.Invalid(
                name,
                nameof(options.TimeProvider),
                "must not be null. Omit it to use TimeProvider.System"
            );
        _address = new Uri(options.BaseAddress, $"/{options.Tenant}/{path}");
        var pauses = new RetryPause(Time);
        TimeSpan? PauseAfter(Outcome<object> outcome, int attempts) =>
            Describe(outcome, attempts) is { } failure ? pause(pauses, failure) : null;
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = Time }
            .AddRetry(
                new RetryStrategyOptions
                {
                    MaxRetryAttempts = 2,
                    ShouldHandle = args => new ValueTask<bool>(
                        PauseAfter(args.Outcome, args.AttemptNumber + 1) <= _timeout
                    ),
                    DelayGenerator = args => new ValueTask<TimeSpan?>(PauseAfter(args.Outcome, args.AttemptNumber + 1)),
                }
            )
            .AddTimeout(new TimeoutStrategyOptions { TimeoutGenerator = _ => new ValueTask<TimeSpan>(_timeout) })
            .Build();
    }

    public TimeProvider Time { get; }

    /// <summary>Asks, in several attempts, and reads an answer of status 200.</summary>
    /// <exception cref="ProfileRequestException">No attempt got an answer that could be read.</exception>
    public async Task<TReply> SendAsync<TReply>(
        Func<HttpResponseMessage, CancellationToken, Task<TReply>> read,
        CancellationToken cancellationToken
    )
        where TReply : notnull
    {
        try
        {
            return await _pipeline
                .ExecuteAsync(
                    static async (call, token) => await call.Self.SendOnceAsync(call.Read, token).ConfigureAwait(false),
                    (Self: this, Read: read),
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
        catch (TimeoutRejectedException)
        {
            throw ConnectionError.TimedOut(_address, _timeout);
        }
    }

    private static AttemptFailure? Describe(Outcome<object> outcome, int number) =>
        outcome.Exception switch
        {
            ProfileRequestException { IsTransient: true } failed => new AttemptFailure(
                number,
                failed.StatusCode,
                failed.RetryAfter
            ),
            TimeoutRejectedException => new AttemptFailure(number, Status: null, RetryAfter: null),
            _ => null,
        };

    private ProfileRequestException NotLetIn(HttpStatusCode status) =>
        new(
            $"Adobe I/O answered {(int)status} to {_call}. Check AdobeTokenOptions.AccessToken and ApiKey, and what their "
                + "integration may see of the tenant.",
            status
        );

    private async Task<TReply> SendOnceAsync<TReply>(
        Func<HttpResponseMessage, CancellationToken, Task<TReply>> read,
        CancellationToken cancellationToken
    )
    {
        // Its own wait: an attempt cannot end while a delegate that ignores its cancellation goes on.
        string accessToken = BearerToken.Judge(
            await _accessToken(cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false),
            "AdobeTokenOptions.AccessToken"
        );
        using var request = new HttpRequestMessage(HttpMethod.Get, _address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        request.Headers.Add("X-Api-Key", _apiKey);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return await HttpExchange.SendAsync(_http, request, ReadOkAsync, cancellationToken).ConfigureAwait(false);

        Task<TReply> ReadOkAsync(HttpResponseMessage response, CancellationToken token)
        {
            if (response.StatusCode is HttpStatusCode.OK)
            {
                return read(response, token);
            }

            // Its words are not read: whatever is wrong with a token may hold the token.
            bool isPage = ServiceError.IsPage(response);
            throw ServiceError.IsTokenRefused(response.StatusCode) && !isPage
                ? NotLetIn(response.StatusCode)
                : ServiceError.For(
                    response.StatusCode,
                    _call,
                    serviceMessage: null,
                    response.Headers.RetryAfter,
                    isPage
                );
        }
    }
}
