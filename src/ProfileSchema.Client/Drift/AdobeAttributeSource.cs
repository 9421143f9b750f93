using ProfileSchema.Client.Drift;
using ProfileSchema.Client.Http;

namespace ProfileSchema.Client;

/// <summary>
/// Lists the profile attributes that an account knows, through Adobe I/O (ATTR-1), and compares them with the parameters that
/// contracts send.
/// </summary>
/// <remarks>
/// Requests go through a separate <see cref="HttpClient"/>, so that the Adobe I/O token is never sent with a call to the account
/// (AUTH-4). They count against the account's 50 calls a minute (BULK-5).
/// </remarks>
public sealed class AdobeAttributeSource : IDisposable
{
    private readonly HttpClient _http;
    private readonly bool _ownsHttp;
    private readonly AttributeListRequest _request;

    /// <summary>Initializes a new instance with its own connections.</summary>
    /// <param name="options">The options, which are copied.</param>
    /// <exception cref="ArgumentException">An option is not valid. The message names it.</exception>
    public AdobeAttributeSource(AdobeTokenOptions options)
        : this(options, ClientHttp.Create(options?.BaseAddress), ownsHttp: true) { }

    /// <summary>Initializes a new instance with an <see cref="HttpClient"/> of the caller, which the caller disposes.</summary>
    /// <param name="options">The options, which are copied.</param>
    /// <param name="httpClient">The client for the requests. It must not follow redirects; don't use it for other calls (AUTH-4).</param>
    /// <exception cref="ArgumentException">An option is not valid. The message names it.</exception>
    public AdobeAttributeSource(AdobeTokenOptions options, HttpClient httpClient)
        : this(options, httpClient, ownsHttp: false) { }

    private AdobeAttributeSource(AdobeTokenOptions options, HttpClient http, bool ownsHttp)
    {
        ArgumentNullException.ThrowIfNull(http);
        _request = new AttributeListRequest(options, http);
        _http = http;
        _ownsHttp = ownsHttp;
    }

    /// <summary>Lists the profile attributes that the account knows.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The names, without the prefix <c>profile.</c>.</returns>
    /// <exception cref="ProfileRequestException">Adobe I/O declined the request, or couldn't be reached.</exception>
    public Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken = default) =>
        _request.SendAsync(cancellationToken);

    /// <summary>Compares the attributes that the account knows with the parameters that contracts send.</summary>
    /// <param name="sent">The parameters of all contracts that send to the account, for example
    /// <c>ProfileContract.Of&lt;Member&gt;().Parameters</c>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The differences.</returns>
    /// <exception cref="ProfileRequestException">Adobe I/O declined the request, or couldn't be reached.</exception>
    public async Task<ProfileDrift> CompareAsync(
        IEnumerable<ProfileParameter> sent,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(sent);
        IReadOnlyList<string> known = await ListAsync(cancellationToken).ConfigureAwait(false);
        return ProfileDrift.Compare(sent.Select(parameter => parameter.Name), known);
    }

    /// <summary>Closes the connections, unless the <see cref="HttpClient"/> belongs to the caller.</summary>
    public void Dispose()
    {
        if (_ownsHttp)
        {
            _http.Dispose();
        }
    }
}
