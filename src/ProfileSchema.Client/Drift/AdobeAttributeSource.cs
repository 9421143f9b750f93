namespace ProfileSchema.Client;

/// <summary>
/// Asks Adobe I/O which profile attributes an account knows (ATTR-1), and compares them with those that contracts send.
/// </summary>
/// <remarks>
/// The requests go through an <see cref="HttpClient"/> of their own, so that the Adobe I/O token never travels with a call to the
/// account (AUTH-4). They count among the account's 50 calls a minute (BULK-5).
/// </remarks>
public sealed class AdobeAttributeSource : IDisposable
{
    private readonly HttpClient _http;
    private readonly bool _ownsHttp;
    private readonly AttributeListRequest _request;

    /// <summary>Makes a source with connections of its own.</summary>
    /// <param name="options">How Adobe I/O is reached. Read once.</param>
    /// <exception cref="ArgumentException">An option is not valid; the message names it.</exception>
    public AdobeAttributeSource(AdobeTokenOptions options)
        : this(options, ClientHttp.Create(options?.BaseAddress), ownsHttp: true) { }

    /// <summary>Makes a source that sends through the caller's <see cref="HttpClient"/>, which stays the caller's to dispose.</summary>
    /// <param name="options">How Adobe I/O is reached. Read once.</param>
    /// <param name="httpClient">Sends the requests. It must follow no redirect, and is best used for nothing else (AUTH-4).</param>
    /// <exception cref="ArgumentException">An option is not valid; the message names it.</exception>
    public AdobeAttributeSource(AdobeTokenOptions options, HttpClient httpClient)
        : this(options, httpClient, ownsHttp: false) { }

    private AdobeAttributeSource(AdobeTokenOptions options, HttpClient http, bool ownsHttp)
    {
        ArgumentNullException.ThrowIfNull(http);
        _request = new AttributeListRequest(options, http);
        _http = http;
        _ownsHttp = ownsHttp;
    }

    /// <summary>The names of the profile attributes that the account knows, without the prefix <c>profile.</c>.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ProfileRequestException">Adobe I/O gave no list.</exception>
    public Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken = default) =>
        _request.SendAsync(cancellationToken);

    /// <summary>Compares what the account knows with what contracts send.</summary>
    /// <param name="sent">The parameters of all the contracts that send to the account, for example
    /// <c>ProfileContract.Of&lt;Member&gt;().Parameters</c>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ProfileRequestException">Adobe I/O gave no list.</exception>
    public async Task<ProfileDrift> CompareAsync(
        IEnumerable<ProfileParameter> sent,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(sent);
        IReadOnlyList<string> known = await ListAsync(cancellationToken).ConfigureAwait(false);
        return ProfileDrift.Compare(sent.Select(parameter => parameter.Name), known);
    }

    /// <summary>Closes the connections, unless they belong to an <see cref="HttpClient"/> of the caller's.</summary>
    public void Dispose()
    {
        if (_ownsHttp)
        {
            _http.Dispose();
        }
    }
}
