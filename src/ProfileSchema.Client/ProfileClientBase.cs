namespace ProfileSchema.Client;

/// <summary>What a <see cref="ProfileClient"/> does with sources that are enumerated synchronously.</summary>
/// <remarks>
/// These methods are those of a base type for the sake of sources of both kinds, such as a <c>DbSet&lt;T&gt;</c> of Entity Framework
/// Core: every version of C# prefers the methods of the derived type, which enumerate asynchronously, and finds no call ambiguous.
/// </remarks>
public abstract class ProfileClientBase
{
    /// <summary>Is for <see cref="ProfileClient"/>.</summary>
    protected ProfileClientBase() { }

    /// <summary>
    /// Updates many profiles by batch files within the limits of the API, and follows them until their fate is known or the
    /// time for it is up.
    /// </summary>
    /// <typeparam name="T">The profile type.</typeparam>
    /// <param name="profiles">The profiles. Each key once: of two batches for one key the later overrides the earlier (BATCH-7).</param>
    /// <param name="options">How the run goes; for profiles keyed by pcId the version is required (ID-5).</param>
    /// <param name="progress">Is told how far the run is: twice a second while something changes, and at the end. One report at a time.</param>
    /// <param name="cancellationToken">Ends the run; the exception says what became of every profile.</param>
    /// <returns>
    /// What became of every profile. A profile that breaks a rule, and a file that the service refuses, are counted there and
    /// do not throw.
    /// </returns>
    /// <exception cref="ArgumentException">The options do not suit the profiles.</exception>
    /// <exception cref="BulkSpoolException">The spool cannot be used; nothing was read or sent.</exception>
    /// <exception cref="BulkUpdateException">The source failed, or the service does not let the client in (401, 403).</exception>
    /// <exception cref="BulkUpdateCanceledException">The token was cancelled.</exception>
    public virtual Task<BulkResult> UpdateManyAsync<T>(
        IEnumerable<T> profiles,
        BulkOptions? options = null,
        IProgress<BulkProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
        where T : IProfile<T> => UpdateManyAsync(profiles, T.Contract, options, progress, cancellationToken);

    /// <inheritdoc cref="UpdateManyAsync{T}(IEnumerable{T}, BulkOptions, IProgress{BulkProgress}, CancellationToken)"/>
    /// <param name="contract">What is sent of the profiles.</param>
    public abstract Task<BulkResult> UpdateManyAsync<T>(
        IEnumerable<T> profiles,
        ProfileContract<T> contract,
        BulkOptions? options = null,
        IProgress<BulkProgress>? progress = null,
        CancellationToken cancellationToken = default
    );
}
