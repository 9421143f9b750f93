using System.Text.Json.Serialization;
using ProfileSchema.Client.Http;
using ProfileSchema.Client.Replies;

namespace ProfileSchema.Client.Authentication;

/// <summary>The request for the present profile token (AUTH-2).</summary>
internal sealed class AdobeTokenRequest
{
    private const string Call = "a request for the profile token";

    /// <summary>More than any lifetime: what the endpoint says beyond it would overflow the clock.</summary>
    private const long MaxLifetimeSeconds = 10L * 366 * 24 * 60 * 60;

    private readonly AdobeRequest _request;

    public AdobeTokenRequest(AdobeTokenOptions options, HttpClient http) =>
        _request = new AdobeRequest(
            options,
            http,
            "target/authentication/token?authorizationScope=profile_api",
            Call,
            static (delays, failure) => delays.ForCall(failure)
        );

    /// <exception cref="ProfileRequestException">The endpoint gave no token.</exception>
    public Task<AdobeToken> SendAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset askedAt = _request.Time.GetUtcNow();
        return _request.SendAsync((response, token) => ReadAsync(response, askedAt, token), cancellationToken);
    }

    private static async Task<AdobeToken> ReadAsync(
        HttpResponseMessage response,
        DateTimeOffset askedAt,
        CancellationToken cancellationToken
    )
    {
        Stream body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        AdobeTokenReply? reply = await JsonReply
            .ReadAsync(body, AdobeTokenJsonContext.Default.AdobeTokenReply, static reply => reply, cancellationToken)
            .ConfigureAwait(false);
        if (reply?.AccessToken is not { } token || BearerToken.Fault(token) is not null || reply.ExpiresIn is not > 0)
        {
            throw ServiceError.NotUnderstood(Call, response);
        }

        long lifetime = Math.Min(reply.ExpiresIn.Value, MaxLifetimeSeconds);
        return AdobeToken.Create(token, TimeSpan.FromSeconds(lifetime), askedAt);
    }
}

/// <summary>A profile token and when it ends.</summary>
internal sealed record AdobeToken(string Value, DateTimeOffset RenewAt, DateTimeOffset ExpiresAt)
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    /// <summary>Creates a token that is renewed a few minutes before its end, or after nine tenths of a short lifetime (AUTH-3).</summary>
    public static AdobeToken Create(string value, TimeSpan lifetime, DateTimeOffset now) =>
        new(value, now + lifetime - TimeSpan.FromTicks(Math.Min(Margin.Ticks, lifetime.Ticks / 10)), now + lifetime);

    /// <summary>Not the token (HTTP-2).</summary>
    public override string ToString() => nameof(AdobeToken);
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
