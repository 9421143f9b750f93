namespace ProfileSchema.Client;

/// <content>Whether updates arrived.</content>
public partial class ProfileClient
{
    /// <summary>
    /// Fetches each profile of a sample and compares it with what its contract sends, parameter by parameter. A fetch lags behind an
    /// update by minutes to an hour (FETCH-3), so that this is of use an hour after an update. A session update holds in its own call
    /// (DELIVERY-4); whether a fetch shows it as soon is not documented.
    /// </summary>
    /// <typeparam name="T">The profile type.</typeparam>
    /// <param name="sample">The profiles as they were sent, such as those of a <see cref="ProfileSample{T}"/>.</param>
    /// <param name="options">How they are verified.</param>
    /// <param name="cancellationToken">Ends the verification.</param>
    /// <returns>
    /// What was found of every profile. One that breaks a rule, is not found or could not be fetched does not throw; its message says
    /// why.
    /// </returns>
    /// <exception cref="ProfileRequestException">The service does not let the client in (401, 403).</exception>
    public virtual Task<VerifyResult> VerifyAsync<T>(
        IEnumerable<T> sample,
        VerifyOptions? options = null,
        CancellationToken cancellationToken = default
    )
        where T : IProfile<T> => VerifyAsync(sample, T.Contract, options, cancellationToken);

    /// <inheritdoc cref="VerifyAsync{T}(IEnumerable{T}, VerifyOptions?, CancellationToken)"/>
    /// <param name="contract">What is sent of the profiles.</param>
    public virtual Task<VerifyResult> VerifyAsync<T>(
        IEnumerable<T> sample,
        ProfileContract<T> contract,
        VerifyOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(contract);
        return _verification.RunAsync(sample, contract, options, cancellationToken);
    }
}
