namespace ProfileSchema.Client;

/// <content>Verification of what arrived.</content>
public partial class ProfileClient
{
    /// <summary>
    /// Fetches each profile of a sample and compares it, parameter by parameter, with what its contract sends. A fetch lags behind an
    /// update by minutes to an hour (FETCH-3), so wait an hour after the update. Adobe doesn't document when a fetch shows a session
    /// update.
    /// </summary>
    /// <typeparam name="T">The profile type.</typeparam>
    /// <param name="sample">The profiles as they were sent, for example those of a <see cref="ProfileSample{T}"/>.</param>
    /// <param name="options">The options.</param>
    /// <param name="cancellationToken">Cancels the verification.</param>
    /// <returns>
    /// The outcome of every profile. A profile that isn't valid, isn't found or can't be fetched doesn't throw; its message gives the
    /// reason.
    /// </returns>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    /// <exception cref="ProfileRequestException">The service declined the token (401, 403).</exception>
    /// <example>
    /// <code>
    /// var sample = new ProfileSample&lt;Member&gt;(size: 200);
    /// DateTimeOffset sentAt = DateTimeOffset.UtcNow;
    /// await client.UpdateManyAsync(sample.Of(members));
    ///
    /// // An hour later:
    /// VerifyResult result = await client.VerifyAsync(sample.Profiles, new VerifyOptions { SentAt = sentAt });
    /// Console.WriteLine(result);
    /// </code>
    /// </example>
    public virtual Task<VerifyResult> VerifyAsync<T>(
        IEnumerable<T> sample,
        VerifyOptions? options = null,
        CancellationToken cancellationToken = default
    )
        where T : IProfile<T> => VerifyAsync(sample, T.Contract, options, cancellationToken);

    /// <inheritdoc cref="VerifyAsync{T}(IEnumerable{T}, VerifyOptions?, CancellationToken)"/>
    /// <param name="contract">The contract, which defines what is sent.</param>
    public virtual Task<VerifyResult> VerifyAsync<T>(
        IEnumerable<T> sample,
        ProfileContract<T> contract,
        VerifyOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(contract);
        return Calls.Verification.RunAsync(sample, contract, options, cancellationToken);
    }
}
