using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace ProfileSchema.Client;

/// <summary>The request for the present profile token (AUTH-2).</summary>
internal sealed class AdobeTokenRequest
{
    private const string Call = "a request for the profile token";
    private const int MaxReplyBytes = 64 * 1024;

    /// <summary>More than any lifetime: what the endpoint says beyond it would overflow the clock.</summary>
    private const long MaxLifetimeSeconds = 10L * 366 * 24 * 60 * 60;

    private readonly HttpClient _http;
    private readonly Uri _address;
    private readonly string _apiKey;
    private readonly Func<CancellationToken, Task<string>> _accessToken;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _time;
    private readonly ResiliencePipeline _pipeline;

    public AdobeTokenRequest(AdobeTokenOptions options, HttpClient http)
    {
        ArgumentNullException.ThrowIfNull(options);
        const string name = nameof(AdobeTokenOptions);
        OptionRules.Require(OptionRules.LabelFault(options.Tenant), name, nameof(options.Tenant));
        OptionRules.Require(OptionRules.AddressFault(options.BaseAddress), name, nameof(options.BaseAddress));
        OptionRules.Require(OptionRules.SpanFault(options.RequestTimeout), name, nameof(options.RequestTimeout));
        if (string.IsNullOrEmpty(options.ApiKey) || options.ApiKey.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            throw OptionRules.Invalid(
                nameof(AdobeTokenOptions),
                nameof(options.ApiKey),
                "is empty or holds characters other than visible ASCII"
            );
        }

        _http = http;
        _apiKey = options.ApiKey;
        _accessToken =
            options.AccessToken
            ?? throw OptionRules.Invalid(nameof(AdobeTokenOptions), nameof(options.AccessToken), "is null");
        _timeout = options.RequestTimeout;
        _time =
            options.TimeProvider
            ?? throw OptionRules.Invalid(nameof(AdobeTokenOptions), nameof(options.TimeProvider), "is null");
        _address = new Uri(
            options.BaseAddress,
            $"/{options.Tenant}/target/authentication/token?authorizationScope=profile_api"
        );
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = _time }
            .AddRetry(
                new RetryStrategyOptions
                {
                    MaxRetryAttempts = 2,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    Delay = TimeSpan.FromSeconds(1),
                    ShouldHandle = static args => new ValueTask<bool>(
                        args.Outcome.Exception is TimeoutRejectedException
                            || args.Outcome.Exception is ProfileRequestException { MayPass: true } failed
                                && !ServiceError.IsTokenRefused(failed.StatusCode)
                    ),
                }
            )
            .AddTimeout(new TimeoutStrategyOptions { TimeoutGenerator = _ => new ValueTask<TimeSpan>(_timeout) })
            .Build();
    }

    /// <exception cref="ProfileRequestException">The endpoint gave no token.</exception>
    public async Task<AdobeToken> SendAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _pipeline
                .ExecuteAsync(
                    static async (self, token) => await self.SendOnceAsync(token).ConfigureAwait(false),
                    this,
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
        catch (TimeoutRejectedException)
        {
            throw ConnectionError.TimedOut(_address, _timeout);
        }
    }

    private async Task<AdobeToken> SendOnceAsync(CancellationToken cancellationToken)
    {
        string accessToken = await _accessToken(cancellationToken).ConfigureAwait(false);
        BearerToken.Require(accessToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, _address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        request.Headers.Add("X-Api-Key", _apiKey);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        DateTimeOffset askedAt = _time.GetUtcNow();
        try
        {
            using HttpResponseMessage response = await _http
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
                .ConfigureAwait(false);
            return await ReadAsync(response, askedAt, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException exception)
        {
            throw ConnectionError.Failed(_address, exception.HttpRequestError);
        }
        catch (IOException)
        {
            throw ConnectionError.Broke(_address);
        }
    }

    private static async Task<AdobeToken> ReadAsync(
        HttpResponseMessage response,
        DateTimeOffset askedAt,
        CancellationToken cancellationToken
    )
    {
        if (response.StatusCode is not HttpStatusCode.OK)
        {
            // Its words are not read: whatever is wrong with a token may hold the token.
            throw ServiceError.For(response.StatusCode, Call, serviceMessage: null, response.Headers.RetryAfter);
        }

        Stream body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var buffer = new byte[MaxReplyBytes];
        int length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken)
            .ConfigureAwait(false);
        AdobeTokenReply? reply = Parse(buffer.AsSpan(0, length));
        if (string.IsNullOrEmpty(reply?.AccessToken) || reply.ExpiresIn is not > 0)
        {
            throw ServiceError.NotUnderstood(Call, response.StatusCode);
        }

        BearerToken.Require(reply.AccessToken);
        long lifetime = Math.Min(reply.ExpiresIn.Value, MaxLifetimeSeconds);
        return AdobeTokenSource.Lasting(reply.AccessToken, TimeSpan.FromSeconds(lifetime), askedAt);
    }

    private static AdobeTokenReply? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, AdobeTokenJsonContext.Default.AdobeTokenReply);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>The endpoint's reply, as far as it is used.</summary>
internal sealed class AdobeTokenReply
{
    public string? AccessToken { get; init; }

    /// <summary>Seconds.</summary>
    public long? ExpiresIn { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    MaxDepth = 16
)]
[JsonSerializable(typeof(AdobeTokenReply))]
internal sealed partial class AdobeTokenJsonContext : JsonSerializerContext;
