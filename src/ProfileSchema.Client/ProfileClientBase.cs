namespace ProfileSchema.Client;

/// <summary>Provides the methods of <see cref="ProfileClient"/> for sources that are enumerated synchronously.</summary>
/// <remarks>
/// The methods are in a base type because of sources of both kinds, such as a <c>DbSet&lt;T&gt;</c> of Entity Framework Core: every
/// version of C# prefers the methods of the derived type, which enumerate asynchronously, so that no call is ambiguous.
/// </remarks>
public abstract class ProfileClientBase
{
    /// <summary>Initializes a new instance of a derived class.</summary>
    protected ProfileClientBase() { }

    /// <summary>
    /// Sends many profiles through the Bulk Profile Update API, in files within its limits, and polls the status of each file until it is
    /// known or <see cref="BulkOptions.StatusTimeout"/> has passed.
    /// </summary>
    /// <typeparam name="T">The profile type.</typeparam>
    /// <param name="profiles">
    /// The profiles. Each key should appear once: of two batches with the same key, the later one overrides the earlier one (BATCH-7).
    /// </param>
    /// <param name="options">
    /// The options, which are copied. For profiles keyed by <c>pcId</c>, <see cref="BulkOptions.ApiVersion"/> is required (ID-5).
    /// </param>
    /// <param name="progress">Receives the progress, one report at a time: twice a second while it changes, and at the end.</param>
    /// <param name="cancellationToken">Cancels the run. The exception contains the outcome of every profile.</param>
    /// <returns>
    /// The outcome of every profile. A profile that isn't valid and a file that the service declines are counted and don't throw.
    /// </returns>
    /// <exception cref="ArgumentException">An option is not valid, or doesn't suit the profiles.</exception>
    /// <exception cref="BulkSpoolException">The spool can't be used. Nothing was read or sent.</exception>
    /// <exception cref="BulkUpdateException">The source failed, or the service declined the token (401, 403).</exception>
    /// <exception cref="BulkUpdateCanceledException">The run was canceled.</exception>
    /// <example>
    /// <code>
    /// BulkResult result = await client.UpdateManyAsync(members, new BulkOptions { MaxConcurrency = 4 });
    /// Console.WriteLine($"{result.Updated} updated, {result.Rejected} rejected, {result.Failed} failed");
    /// </code>
    /// </example>
    public virtual Task<BulkResult> UpdateManyAsync<T>(
        IEnumerable<T> profiles,
        BulkOptions? options = null,
        IProgress<BulkProgress>? progress = null,
        CancellationToken cancellationToken = default
    )
        where T : IProfile<T> => UpdateManyAsync(profiles, T.Contract, options, progress, cancellationToken);

    /// <inheritdoc cref="UpdateManyAsync{T}(IEnumerable{T}, BulkOptions, IProgress{BulkProgress}, CancellationToken)"/>
    /// <param name="contract">The contract, which defines what is sent.</param>
    public abstract Task<BulkResult> UpdateManyAsync<T>(
        IEnumerable<T> profiles,
        ProfileContract<T> contract,
        BulkOptions? options = null,
        IProgress<BulkProgress>? progress = null,
        CancellationToken cancellationToken = default
    );
}
