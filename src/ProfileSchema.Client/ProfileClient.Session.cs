namespace ProfileSchema.Client;

/// <content>Updates within a visitor's session.</content>
public partial class ProfileClient
{
    /// <summary>
    /// Passes a profile's parameters in a visitor's session, by a call of the Delivery API (DELIVERY-1): they hold at once, in that
    /// very call, and a visitor that Target does not know is made. The call is metered, unlike those of the Profile APIs
    /// (DELIVERY-4), and so it is made once unless the options say otherwise. It carries no token.
    /// </summary>
    /// <typeparam name="T">The profile type.</typeparam>
    /// <param name="profile">The profile; without any value nothing is sent, and the result says so.</param>
    /// <param name="session">The visitor's session: one for each visitor, 30 minutes at most (DELIVERY-3).</param>
    /// <param name="options">How the call goes.</param>
    /// <param name="cancellationToken">Ends the call; it is open then whether the service has the update.</param>
    /// <returns>What became of it, with the id that Target has for the visitor.</returns>
    /// <exception cref="ArgumentException">The session was used for another visitor (DELIVERY-3); nothing was sent.</exception>
    /// <exception cref="ProfileValidationException">
    /// The profile breaks a rule, among them those of a session: at most 50 values of at most 256 characters, and 128 of a
    /// customer's id (DELIVERY-2).
    /// </exception>
    /// <exception cref="ProfileRequestException">
    /// The service did not take the update, or could not be reached. Status 420: too many calls of the session at once.
    /// </exception>
    public virtual Task<SessionUpdateResult> UpdateInSessionAsync<T>(
        T profile,
        DeliverySession session,
        SessionUpdateOptions? options = null,
        CancellationToken cancellationToken = default
    )
        where T : IProfile<T> => UpdateInSessionAsync(profile, T.Contract, session, options, cancellationToken);

    /// <inheritdoc cref="UpdateInSessionAsync{T}(T, DeliverySession, SessionUpdateOptions?, CancellationToken)"/>
    /// <param name="contract">What is sent of the profile.</param>
    public virtual Task<SessionUpdateResult> UpdateInSessionAsync<T>(
        T profile,
        ProfileContract<T> contract,
        DeliverySession session,
        SessionUpdateOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(contract);
        ArgumentNullException.ThrowIfNull(session);
        return _sessionUpdate.SendAsync(profile, contract, session, options, cancellationToken);
    }
}
