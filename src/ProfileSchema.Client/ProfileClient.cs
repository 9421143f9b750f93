namespace ProfileSchema.Client;

/// <summary>Sends profiles to an account of Adobe Target, one by one or in bulk, and reads them back.</summary>
/// <remarks>
/// <para>
/// One client serves an account for the life of a program, for all threads: make one and keep it, since connections and the
/// quota are its own. Under dependency injection <c>services.AddProfileClient(...)</c> makes it a singleton, which the container
/// disposes. Calls that are under way when it is disposed end with an error; await them first. Methods are virtual so that a test
/// can stand in for them; a test against the emulator proves more.
/// </para>
/// <para>
/// A client that is made without an <see cref="HttpClient"/> follows no redirect, keeps no cookie and sends no trace header
/// (HTTP-1). With one of the caller's own, the handler must be set so: <c>AllowAutoRedirect = false</c>,
/// <c>UseCookies = false</c>, <c>ActivityHeadersPropagator = null</c>, and <c>UseProxy = false</c> for a loopback address, since a
/// proxy of the environment takes that too (AUTH-5); its <see cref="HttpClient.Timeout"/> must leave time
/// for uploads, and its default headers and handlers see ids and values. A redirect that was followed all the same is
/// reported as an error, after the fact; cookies and trace headers cannot be seen from here.
/// </para>
/// </remarks>
public partial class ProfileClient : ProfileClientBase, IDisposable
{
    private readonly HttpClient? _ownHttp;
    private readonly ClientSettings _settings;
    private readonly SingleUpdate _singleUpdate;
    private readonly BulkUpdate _bulkUpdate;
    private readonly BatchStatusCall _batchStatus;
    private readonly ProfileFetch _fetch;
    private readonly SessionUpdate _sessionUpdate;
    private readonly ProfileVerification _verification;

    /// <summary>Makes a client with connections of its own.</summary>
    /// <param name="options">The account, and how to reach it.</param>
    /// <exception cref="ArgumentException">An option is not valid; the message names it.</exception>
    public ProfileClient(ProfileClientOptions options)
        : this(new ClientSettings(options), ClientHttp.Create(options.BaseAddress), ownsHttp: true) { }

    /// <summary>Makes a client that sends through the caller's <see cref="HttpClient"/>, which stays the caller's to dispose.</summary>
    /// <param name="options">The account, and how to reach it.</param>
    /// <param name="httpClient">Sends the requests; see the remarks of the class for what its handler must and must not do.</param>
    /// <exception cref="ArgumentException">An option is not valid; the message names it.</exception>
    public ProfileClient(ProfileClientOptions options, HttpClient httpClient)
        : this(new ClientSettings(options), httpClient, ownsHttp: false) { }

    internal ProfileClient(ClientSettings settings, HttpClient http, bool ownsHttp)
    {
        ArgumentNullException.ThrowIfNull(http);
        _ownHttp = ownsHttp ? http : null;
        _settings = settings;
        var sender = new RequestSender(settings, http);
        _singleUpdate = new SingleUpdate(settings, sender);
        _batchStatus = new BatchStatusCall(settings, sender);
        _bulkUpdate = new BulkUpdate(settings, new BatchUpload(settings, sender), _batchStatus);
        _fetch = new ProfileFetch(settings, sender);
        _sessionUpdate = new SessionUpdate(settings, sender);
        _verification = new ProfileVerification(settings, _fetch);
    }

    /// <summary>Updates one profile (SINGLE-1). Target applies it within an hour as a rule, and creates no profile (SINGLE-4, SINGLE-7).</summary>
    /// <typeparam name="T">The profile type.</typeparam>
    /// <param name="profile">The profile; without any value nothing is sent, and the result says so.</param>
    /// <param name="cancellationToken">Ends the call; it is open then whether the service has the update.</param>
    /// <returns>Whether it was submitted, which is before it is applied (SINGLE-7).</returns>
    /// <exception cref="ProfileValidationException">
    /// The profile breaks a rule, or has more than 60,000 bytes as it is sent (SINGLE-2).
    /// </exception>
    /// <exception cref="ProfileRequestException">
    /// The service did not take the update, or could not be reached, in all its attempts.
    /// </exception>
    public virtual Task<SingleUpdateResult> UpdateAsync<T>(T profile, CancellationToken cancellationToken = default)
        where T : IProfile<T> => UpdateAsync(profile, T.Contract, cancellationToken);

    /// <inheritdoc cref="UpdateAsync{T}(T, CancellationToken)"/>
    /// <param name="contract">What is sent of the profile.</param>
    public virtual Task<SingleUpdateResult> UpdateAsync<T>(
        T profile,
        ProfileContract<T> contract,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(contract);
        return _singleUpdate.SendAsync(profile, contract, cancellationToken);
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
        return _bulkUpdate.RunAsync(
            (opts, books) => new RowSource<T>(profiles, contract, opts, books),
            contract,
            options,
            progress,
            cancellationToken
        );
    }

    /// <inheritdoc cref="ProfileClientBase.UpdateManyAsync{T}(IEnumerable{T}, BulkOptions, IProgress{BulkProgress}, CancellationToken)"/>
    /// <param name="contract">What is sent of the profiles.</param>
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
        return _bulkUpdate.RunAsync(
            (opts, books) => new RowSource<T>(profiles, contract, opts, books),
            contract,
            options,
            progress,
            cancellationToken
        );
    }

    /// <summary>Sends a batch file that exists, as it is, and follows it like a file of a bulk update.</summary>
    /// <param name="path">The file. It is looked at for its header and its limits only (BATCH-1, BATCH-4, BATCH-5).</param>
    /// <param name="options">
    /// How the run goes; for rows keyed by pcId the version is required (ID-5). Repeated keys are counted; no other choice of
    /// <see cref="BulkOptions.DuplicateHandling"/> is possible.
    /// </param>
    /// <param name="progress">Is told how far the run is.</param>
    /// <param name="cancellationToken">Ends the run; the exception says what became of the rows.</param>
    /// <returns>What became of the rows. A file that the service refuses is counted there and does not throw.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is no batch file, or beyond the limits of one.</exception>
    /// <exception cref="ArgumentException">The options do not suit the rows.</exception>
    /// <exception cref="BulkUpdateException">The service does not let the client in (401, 403).</exception>
    /// <exception cref="BulkUpdateCanceledException">The token was cancelled.</exception>
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
    /// <param name="file">The file, read from where it stands to its end; it stays open.</param>
    public virtual Task<BulkResult> SendBatchFileAsync(
        Stream file,
        BulkOptions? options = null,
        IProgress<BulkProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(file);
        return _bulkUpdate.RunAsync(file, options, progress, cancellationToken);
    }

    /// <summary>
    /// Finishes a durable run that was cut off and whose source is gone or has changed: files that it stored are sent, those that
    /// were accepted are followed. What the source had beyond is not sent. Then the directory is free for a new run.
    /// </summary>
    /// <param name="options">
    /// The directory of the run (<see cref="BulkOptions.SpoolDirectory"/>), and how files are sent and followed. The version is that of the run.
    /// </param>
    /// <param name="progress">Is told how far the run is.</param>
    /// <param name="cancellationToken">Ends the run; the exception says what became of the rows.</param>
    /// <returns>What became of the rows of all files that the run stored.</returns>
    /// <exception cref="ArgumentException">The options name no directory.</exception>
    /// <exception cref="BulkSpoolException">The spool cannot be used; nothing was sent.</exception>
    /// <exception cref="BulkUpdateException">A file is damaged or too old, or the service does not let the client in (401, 403).</exception>
    /// <exception cref="BulkUpdateCanceledException">The token was cancelled.</exception>
    public virtual Task<BulkResult> FinishSpoolAsync(
        BulkOptions options,
        IProgress<BulkProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        return _bulkUpdate.FinishAsync(options, progress, cancellationToken);
    }

    /// <summary>Asks what became of a batch that was accepted.</summary>
    /// <param name="statusUrl">The address that the service gave for it (<see cref="BulkFileResult.StatusUrl"/>).</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The status; that the service does not know the batch, or no longer, is one (STATUS-4).</returns>
    /// <exception cref="ArgumentException">
    /// The address is neither the service's own nor one under tt.omtrdc.net, and is therefore not asked (STATUS-6).
    /// </exception>
    /// <exception cref="ProfileRequestException">The service could not be reached, or did not answer with a status.</exception>
    public virtual Task<BatchStatus> GetBatchStatusAsync(Uri statusUrl, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(statusUrl);
        if (!StatusUrl.TryTrust(statusUrl.OriginalString, _settings.BaseAddress, out Uri? address))
        {
            throw new ArgumentException(
                "The address is neither of the service at the base address nor of a host under tt.omtrdc.net, so it is not "
                    + "asked (STATUS-6). Give the address as the service gave it.",
                nameof(statusUrl)
            );
        }

        return _batchStatus.GetAsync(address, cancellationToken);
    }

    /// <summary>Reads a profile back. It lags behind an update by minutes to an hour (FETCH-3).</summary>
    /// <param name="key">Whose profile.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The profile, or null if the service has none of this key (FETCH-2).</returns>
    /// <exception cref="ArgumentException">The key was not made by one of its factories, and is empty.</exception>
    /// <exception cref="ProfileRequestException">The service could not be reached, or did not answer with a profile.</exception>
    public virtual Task<FetchedProfile?> FetchAsync(ProfileKey key, CancellationToken cancellationToken = default) =>
        _fetch.GetAsync(key, cancellationToken);

    /// <summary>Closes the connections, unless they belong to an <see cref="HttpClient"/> of the caller's.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connections, unless they belong to an <see cref="HttpClient"/> of the caller's.</summary>
    /// <param name="disposing">True when called from <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _ownHttp?.Dispose();
            _settings.OwnQuota?.Dispose();
        }
    }
}
