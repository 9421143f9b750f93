using ProfileSchema.Client.Bulk;
using ProfileSchema.Client.Delivery;
using ProfileSchema.Client.Fetch;
using ProfileSchema.Client.Http;
using ProfileSchema.Client.Single;
using ProfileSchema.Client.Verify;

namespace ProfileSchema.Client;

/// <summary>Sends profiles to an account of Adobe Target, one at a time or in bulk, and reads them back.</summary>
/// <remarks>
/// <para>
/// A client is thread-safe. Create one for each account and keep it for the life of the program, because it owns its connections and
/// its quota of calls. With dependency injection, <c>services.AddProfileClient(...)</c> registers it as a singleton that
/// the container disposes. Await all calls before you dispose the client; calls in progress fail.
/// </para>
/// <para>
/// Methods are virtual, so that a test can replace the client by a mock: derive from it with the parameterless constructor. A test
/// against the emulator proves more.
/// </para>
/// <para>
/// A client that is created without an <see cref="HttpClient"/> follows no redirects, keeps no cookies and sends no trace headers
/// (HTTP-1). The handler of an <see cref="HttpClient"/> of your own must be configured in the same way:
/// <c>AllowAutoRedirect = false</c>, <c>UseCookies = false</c>, <c>ActivityHeadersPropagator = null</c>, and <c>UseProxy = false</c>
/// for a loopback address, because a proxy from the environment applies to loopback addresses too (AUTH-5). Its
/// <see cref="HttpClient.Timeout"/> must leave time for uploads. Its default headers and handlers see ids and values. The client
/// reports a redirect that the handler followed as an error; it can't detect cookies and trace headers.
/// </para>
/// </remarks>
public partial class ProfileClient : ProfileClientBase, IDisposable
{
    private readonly HttpClient? _ownHttp;
    private readonly ClientCalls? _calls;

    /// <summary>Initializes a new client with its own connections.</summary>
    /// <param name="options">The options, which are copied.</param>
    /// <exception cref="ArgumentException">An option is not valid. The message names it.</exception>
    public ProfileClient(ProfileClientOptions options)
        : this(new ClientSettings(options), ClientHttp.Create(options.BaseAddress), ownsHttp: true) { }

    /// <summary>Initializes a new client that uses an <see cref="HttpClient"/> of the caller, which the caller disposes.</summary>
    /// <param name="options">The options, which are copied.</param>
    /// <param name="httpClient">The client that sends the requests. See the remarks of the class for how to configure its handler.</param>
    /// <exception cref="ArgumentException">An option is not valid. The message names it.</exception>
    public ProfileClient(ProfileClientOptions options, HttpClient httpClient)
        : this(new ClientSettings(options), httpClient, ownsHttp: false) { }

    /// <summary>Initializes a new instance for a mock, which overrides the methods that are called.</summary>
    protected ProfileClient() { }

    internal ProfileClient(ClientSettings settings, HttpClient http, bool ownsHttp)
    {
        ArgumentNullException.ThrowIfNull(http);
        _ownHttp = ownsHttp ? http : null;
        _calls = new ClientCalls(settings, http);
    }

    private ClientCalls Calls =>
        _calls
        ?? throw new InvalidOperationException(
            "The ProfileClient was created without options, as a mock. Override the method that is called, or pass options."
        );

    /// <summary>
    /// Sends the update of one profile through the Single Profile Update API (SINGLE-1). Target usually applies it within an hour, and
    /// doesn't create a profile (SINGLE-4, SINGLE-7).
    /// </summary>
    /// <typeparam name="T">The profile type.</typeparam>
    /// <param name="profile">The profile. If it has no value, nothing is sent.</param>
    /// <param name="cancellationToken">Cancels the call. The service may have received the update already.</param>
    /// <returns>A result that tells whether the update was submitted, which is before it is applied (SINGLE-7).</returns>
    /// <exception cref="ProfileValidationException">
    /// A value of the profile is not valid, or the encoded profile has more than 60,000 bytes (SINGLE-2).
    /// </exception>
    /// <exception cref="ProfileRequestException">
    /// The service declined the update, or couldn't be reached in any attempt.
    /// </exception>
    /// <example>
    /// <code>
    /// var member = new Member { MemberId = "M100001", Tier = Tier.Gold };
    /// SingleUpdateResult result = await client.UpdateAsync(member);
    /// Console.WriteLine(result.IsSubmitted);
    /// </code>
    /// </example>
    public virtual Task<SingleUpdateResult> UpdateAsync<T>(T profile, CancellationToken cancellationToken = default)
        where T : IProfile<T> => UpdateAsync(profile, T.Contract, cancellationToken);

    /// <inheritdoc cref="UpdateAsync{T}(T, CancellationToken)"/>
    /// <param name="contract">The contract, which defines what is sent.</param>
    public virtual Task<SingleUpdateResult> UpdateAsync<T>(
        T profile,
        ProfileContract<T> contract,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(contract);
        return Calls.SingleUpdate.SendAsync(profile, contract, cancellationToken);
    }

    /// <inheritdoc cref="ProfileClientBase.UpdateManyAsync{T}(IEnumerable{T}, BulkOptions, IProgress{BulkProgress}, CancellationToken)"/>
    public virtual Task<BulkResult> UpdateManyAsync<T>(
        IAsyncEnumerable<T> profiles,
        BulkOptions? options = null,
        IProgress<BulkProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
        where T : IProfile<T> => UpdateManyAsync(profiles, T.Contract, options, progress, cancellationToken);

    /// <inheritdoc/>
    public override Task<BulkResult> UpdateManyAsync<T>(
        IEnumerable<T> profiles,
        ProfileContract<T> contract,
        BulkOptions? options = null,
        IProgress<BulkProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(profiles);
        ArgumentNullException.ThrowIfNull(contract);
        return Calls.BulkUpdate.RunAsync(
            bulkOptions => new RowSource<T>(profiles, contract, bulkOptions),
            contract,
            options,
            progress,
            cancellationToken
        );
    }

    /// <inheritdoc cref="ProfileClientBase.UpdateManyAsync{T}(IEnumerable{T}, BulkOptions, IProgress{BulkProgress}, CancellationToken)"/>
    /// <param name="contract">The contract, which defines what is sent.</param>
    public virtual Task<BulkResult> UpdateManyAsync<T>(
        IAsyncEnumerable<T> profiles,
        ProfileContract<T> contract,
        BulkOptions? options = null,
        IProgress<BulkProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(profiles);
        ArgumentNullException.ThrowIfNull(contract);
        return Calls.BulkUpdate.RunAsync(
            bulkOptions => new RowSource<T>(profiles, contract, bulkOptions),
            contract,
            options,
            progress,
            cancellationToken
        );
    }

    /// <summary>Sends an existing batch file unchanged, and polls its status like that of a file of a bulk update.</summary>
    /// <param name="path">
    /// The path of the file. Only its header and its size are validated (BATCH-1, BATCH-4, BATCH-5).
    /// </param>
    /// <param name="options">
    /// The options. For rows keyed by <c>pcId</c>, <see cref="BulkOptions.ApiVersion"/> is required (ID-5). Duplicate keys are counted;
    /// <see cref="BulkOptions.DuplicateHandling"/> must be <see cref="DuplicateHandling.Report"/>.
    /// </param>
    /// <param name="progress">Receives the progress: twice a second while it changes, and at the end.</param>
    /// <param name="cancellationToken">Cancels the run. The exception contains the outcome of the rows.</param>
    /// <returns>The outcome of the rows. A file that the service declines is counted and doesn't throw.</returns>
    /// <exception cref="IOException">The file can't be read.</exception>
    /// <exception cref="InvalidDataException">The file isn't a batch file, or exceeds a limit.</exception>
    /// <exception cref="ArgumentException">An option is not valid, or doesn't suit the rows.</exception>
    /// <exception cref="BulkUpdateException">The service declined the token (401, 403).</exception>
    /// <exception cref="BulkUpdateCanceledException">The run was canceled.</exception>
    public virtual async Task<BulkResult> SendBatchFileAsync(
        string path,
        BulkOptions? options = null,
        IProgress<BulkProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, useAsync: true);
        await using (file.ConfigureAwait(false))
        {
            return await SendBatchFileAsync(file, options, progress, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc cref="SendBatchFileAsync(string, BulkOptions, IProgress{BulkProgress}, CancellationToken)"/>
    /// <param name="file">The file, which is read from its current position to its end and not closed.</param>
    public virtual Task<BulkResult> SendBatchFileAsync(
        Stream file,
        BulkOptions? options = null,
        IProgress<BulkProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(file);
        return Calls.BulkUpdate.RunAsync(file, options, progress, cancellationToken);
    }

    /// <summary>
    /// Finishes an interrupted durable run whose source is no longer available or has changed. Files in the spool are sent, and the
    /// status of accepted files is polled. Profiles that the run had not yet stored are not sent. Afterwards the directory can be used
    /// for a new run.
    /// </summary>
    /// <param name="options">
    /// The options, with the <see cref="BulkOptions.SpoolDirectory"/> of the interrupted run. Its API version is used.
    /// </param>
    /// <param name="progress">Receives the progress: twice a second while it changes, and at the end.</param>
    /// <param name="cancellationToken">Cancels the run. The exception contains the outcome of the rows.</param>
    /// <returns>The outcome of the rows in all files that the interrupted run stored.</returns>
    /// <exception cref="ArgumentException">An option is not valid, or <see cref="BulkOptions.SpoolDirectory"/> is missing.</exception>
    /// <exception cref="BulkSpoolException">The spool can't be used. Nothing was sent.</exception>
    /// <exception cref="BulkUpdateException">A file is corrupt or too old, or the service declined the token (401, 403).</exception>
    /// <exception cref="BulkUpdateCanceledException">The run was canceled.</exception>
    public virtual Task<BulkResult> FinishSpoolAsync(
        BulkOptions options,
        IProgress<BulkProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        return Calls.BulkUpdate.FinishAsync(options, progress, cancellationToken);
    }

    /// <summary>Gets the present status of a batch that the service accepted.</summary>
    /// <param name="statusUrl">The status address that the service gave (<see cref="BulkFileResult.StatusUrl"/>).</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// The status. If the service doesn't keep it any more, the state is <see cref="BatchState.Unknown"/> (STATUS-4).
    /// </returns>
    /// <exception cref="ArgumentException">
    /// The address belongs neither to the service nor to a host under tt.omtrdc.net, so that it isn't trusted (STATUS-6).
    /// </exception>
    /// <exception cref="ProfileRequestException">The service couldn't be reached, or didn't respond with a status.</exception>
    public virtual Task<BatchStatus> GetBatchStatusAsync(Uri statusUrl, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(statusUrl);
        return Calls.BatchStatus.GetAsync(Trusted(statusUrl), cancellationToken);
    }

    /// <summary>
    /// Polls the status of a batch that the service accepted until its processing has ended, the service no longer keeps the status, or
    /// the timeout has passed.
    /// </summary>
    /// <param name="statusUrl">The status address that the service gave (<see cref="BulkFileResult.StatusUrl"/>).</param>
    /// <param name="options">The interval and the timeout.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// The last status that the service reported. <see cref="BatchStatus.IsCompleted"/> tells whether processing has ended. After the
    /// timeout it is <see langword="false"/>. If the service doesn't keep the status and never reported one, the state is
    /// <see cref="BatchState.Unknown"/> (STATUS-4).
    /// </returns>
    /// <remarks>
    /// Each request takes a permit for a status call. A state that isn't known, an unreachable service and a server error are polled
    /// again until the timeout (STATUS-3, STATUS-5).
    /// </remarks>
    /// <exception cref="ArgumentException">
    /// An option is not valid, or the address belongs neither to the service nor to a host under tt.omtrdc.net, so that it isn't trusted
    /// (STATUS-6).
    /// </exception>
    /// <exception cref="ProfileRequestException">
    /// The service declined the call, or reported no status at all before the timeout.
    /// </exception>
    public virtual Task<BatchStatus> FollowBatchAsync(
        Uri statusUrl,
        FollowBatchOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(statusUrl);
        return Calls.BatchFollow.RunAsync(
            Trusted(statusUrl),
            (options ?? new FollowBatchOptions()).ToValidated(),
            cancellationToken
        );
    }

    /// <summary>Fetches a profile. The data lags behind updates by minutes to an hour (FETCH-3).</summary>
    /// <param name="key">The key of the profile.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The profile, or <see langword="null"/> if the service has no profile with this key (FETCH-2).</returns>
    /// <exception cref="ArgumentException">The key is empty, because no factory method created it.</exception>
    /// <exception cref="ProfileRequestException">The service couldn't be reached, or didn't respond with a profile.</exception>
    public virtual Task<FetchedProfile?> FetchAsync(ProfileKey key, CancellationToken cancellationToken = default) =>
        Calls.Fetch.GetAsync(key, cancellationToken);

    /// <summary>Closes the connections, unless the <see cref="HttpClient"/> belongs to the caller.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connections, unless the <see cref="HttpClient"/> belongs to the caller.</summary>
    /// <param name="disposing"><see langword="true"/> if the method is called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _ownHttp?.Dispose();
            _calls?.Settings.OwnQuota?.Dispose();
        }
    }

    // STATUS-6
    private Uri Trusted(Uri statusUrl) =>
        StatusUrl.TryTrust(statusUrl.OriginalString, Calls.Settings.BaseAddress, out Uri? address)
            ? address
            : throw new ArgumentException(
                "The status address must belong to the service at the base address or to a host under tt.omtrdc.net (STATUS-6). Pass it "
                    + "exactly as the service gave it.",
                nameof(statusUrl)
            );

    /// <summary>The calls of a client that isn't a mock.</summary>
    private sealed class ClientCalls
    {
        public ClientCalls(ClientSettings settings, HttpClient http)
        {
            var sender = new RequestSender(settings, http);
            Settings = settings;
            SingleUpdate = new SingleUpdate(settings, sender);
            BatchStatus = new BatchStatusCall(settings, sender);
            BatchFollow = new BatchFollow(settings, BatchStatus);
            BulkUpdate = new BulkUpdate(
                settings,
                new BulkCalls(settings.Quota, sender, new BatchUpload(settings, sender), BatchFollow)
            );
            Fetch = new ProfileFetch(settings, sender);
            SessionUpdate = new SessionUpdate(settings, sender);
            Verification = new ProfileVerification(settings, Fetch);
        }

        public ClientSettings Settings { get; }

        public SingleUpdate SingleUpdate { get; }

        public BulkUpdate BulkUpdate { get; }

        public BatchStatusCall BatchStatus { get; }

        public BatchFollow BatchFollow { get; }

        public ProfileFetch Fetch { get; }

        public SessionUpdate SessionUpdate { get; }

        public ProfileVerification Verification { get; }
    }
}
