namespace ProfileSchema.Client;

/// <summary>
/// Fetches the profile token of an account from Adobe's endpoint (AUTH-2): by GET, which returns the present token, and never by
/// POST, which would end it for every caller.
/// </summary>
/// <remarks>
/// The token is fetched when it is first needed, kept, and fetched again shortly before it expires, once for all callers
/// (AUTH-3). While the old one is valid, a failed fetch is retried a minute later. The requests go through an
/// <see cref="HttpClient"/> of their own, so that the Adobe I/O token never travels with a call to the account (AUTH-4).
/// </remarks>
public sealed class AdobeTokenSource : ProfileTokenSource, IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);

    private readonly HttpClient _http;
    private readonly bool _ownsHttp;
    private readonly TimeProvider _time;
    private readonly SharedTask<AdobeToken> _token;

    /// <summary>Makes a source with connections of its own.</summary>
    /// <param name="options">Where the token is found. Read once.</param>
    /// <exception cref="ArgumentException">An option is not valid; the message names it.</exception>
    public AdobeTokenSource(AdobeTokenOptions options)
        : this(options, ClientHttp.Create(options?.BaseAddress), ownsHttp: true) { }

    /// <summary>Makes a source that sends through the caller's <see cref="HttpClient"/>, which stays the caller's to dispose.</summary>
    /// <param name="options">Where the token is found. Read once.</param>
    /// <param name="httpClient">Sends the requests. It must follow no redirect, and is best used for nothing else (AUTH-4).</param>
    /// <exception cref="ArgumentException">An option is not valid; the message names it.</exception>
    public AdobeTokenSource(AdobeTokenOptions options, HttpClient httpClient)
        : this(options, httpClient, ownsHttp: false) { }

    private AdobeTokenSource(AdobeTokenOptions options, HttpClient http, bool ownsHttp)
    {
        ArgumentNullException.ThrowIfNull(http);
        var request = new AdobeTokenRequest(options, http);
        _http = http;
        _ownsHttp = ownsHttp;
        _time = options.TimeProvider;
        _token = new SharedTask<AdobeToken>(request.SendAsync);
    }

    /// <inheritdoc/>
    /// <exception cref="ProfileRequestException">The endpoint gave no token.</exception>
    public override async ValueTask<string> GetTokenAsync(CancellationToken cancellationToken)
    {
        AdobeToken token = await _token.GetAsync(cancellationToken).ConfigureAwait(false);
        if (_time.GetUtcNow() < token.RenewAt)
        {
            return token.Value;
        }

        _token.Forget(token);
        try
        {
            return (await _token.GetAsync(cancellationToken).ConfigureAwait(false)).Value;
        }
        catch (ProfileRequestException) when (_time.GetUtcNow() < token.ExpiresAt)
        {
            _token.Keep(token with { RenewAt = _time.GetUtcNow() + AfterFailure });
            return token.Value;
        }
    }

    /// <summary>Closes the connections, unless they belong to an <see cref="HttpClient"/> of the caller's.</summary>
    public void Dispose()
    {
        if (_ownsHttp)
        {
            _http.Dispose();
        }
    }

    /// <inheritdoc/>
    protected override async ValueTask<string> RenewTokenAsync(string refused, CancellationToken cancellationToken)
    {
        AdobeToken token = await _token.GetAsync(cancellationToken).ConfigureAwait(false);
        if (token.Value == refused)
        {
            _token.Forget(token);
        }

        return await GetTokenAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The token with the moments that matter of a lifetime; one that is short is used for nine tenths of it.</summary>
    internal static AdobeToken Lasting(string value, TimeSpan lifetime, DateTimeOffset now) =>
        new(value, now + lifetime - TimeSpan.FromTicks(Math.Min(Margin.Ticks, lifetime.Ticks / 10)), now + lifetime);
}

/// <summary>A profile token and when it ends.</summary>
internal sealed record AdobeToken(string Value, DateTimeOffset RenewAt, DateTimeOffset ExpiresAt)
{
    /// <summary>Not the token (HTTP-2).</summary>
    public override string ToString() => nameof(AdobeToken);
}
