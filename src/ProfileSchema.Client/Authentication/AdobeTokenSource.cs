using ProfileSchema.Client.Authentication;
using ProfileSchema.Client.Http;

namespace ProfileSchema.Client;

/// <summary>
/// Gets the profile token of an account from Adobe I/O (AUTH-2). It uses GET, which returns the present token, and never POST, which
/// would invalidate that token for all other programs.
/// </summary>
/// <remarks>
/// The token is requested when it is first needed, cached, and renewed shortly before it expires, once for all callers (AUTH-3). If a
/// renewal fails while the old token is valid, it is retried a minute later. Requests go through a separate <see cref="HttpClient"/>, so
/// that the Adobe I/O token is never sent with a call to the account (AUTH-4).
/// </remarks>
public sealed class AdobeTokenSource : ProfileTokenSource, IDisposable
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);

    private readonly HttpClient _http;
    private readonly bool _ownsHttp;
    private readonly TimeProvider _time;
    private readonly SharedTask<AdobeToken> _token;

    /// <summary>Initializes a new instance with its own connections.</summary>
    /// <param name="options">The options, which are copied.</param>
    /// <exception cref="ArgumentException">An option is not valid. The message names it.</exception>
    public AdobeTokenSource(AdobeTokenOptions options)
        : this(options, ClientHttp.Create(options?.BaseAddress), ownsHttp: true) { }

    /// <summary>Initializes a new instance with an <see cref="HttpClient"/> of the caller, which the caller disposes.</summary>
    /// <param name="options">The options, which are copied.</param>
    /// <param name="httpClient">The client for the requests. It must not follow redirects; don't use it for other calls (AUTH-4).</param>
    /// <exception cref="ArgumentException">An option is not valid. The message names it.</exception>
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
    /// <exception cref="ProfileRequestException">Adobe I/O declined the request, or couldn't be reached.</exception>
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

    /// <summary>Closes the connections, unless the <see cref="HttpClient"/> belongs to the caller.</summary>
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
}
