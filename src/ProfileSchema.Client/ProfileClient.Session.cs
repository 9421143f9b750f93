namespace ProfileSchema.Client;

/// <content>Updates within a visitor's session.</content>
public partial class ProfileClient
{
    /// <summary>
    /// Sends a profile in a visitor's session through the Delivery API (DELIVERY-1). The update takes effect in the same call, and Target
    /// creates a visitor that it doesn't know. Unlike calls of the Profile APIs, the call may be billed (DELIVERY-4), so that it isn't
    /// retried unless <see cref="SessionUpdateOptions.MaxAttempts"/> is set. It sends no token.
    /// </summary>
    /// <typeparam name="T">The profile type.</typeparam>
    /// <param name="profile">The profile. If it has no value, nothing is sent.</param>
    /// <param name="session">The visitor's session. Each visitor needs a session of its own, for 30 minutes at most (DELIVERY-3).</param>
    /// <param name="options">The options.</param>
    /// <param name="cancellationToken">Cancels the call. The service may have received the update already.</param>
    /// <returns>The outcome, with Target's own id of the visitor.</returns>
    /// <exception cref="ArgumentException">
    /// An option is not valid, or the session was used for another visitor (DELIVERY-3). Nothing was sent.
    /// </exception>
    /// <exception cref="ProfileValidationException">
    /// A value of the profile is not valid, or the profile exceeds a limit of session updates: 50 values, 256 characters a value, and 128
    /// characters of the customer's id (DELIVERY-2).
    /// </exception>
    /// <exception cref="ProfileRequestException">
    /// The service declined the update, or couldn't be reached. Status 420 means too many calls of the session at the same time.
    /// </exception>
    /// <example>
    /// <code>
    /// DeliverySession session = DeliverySession.Start("point-of-sale");
    /// SessionUpdateResult result = await client.UpdateInSessionAsync(member, session);
    /// </code>
    /// </example>
    public virtual Task<SessionUpdateResult> UpdateInSessionAsync<T>(
        T profile,
        DeliverySession session,
        SessionUpdateOptions? options = null,
        CancellationToken cancellationToken = default
    )
        where T : IProfile<T> => UpdateInSessionAsync(profile, T.Contract, session, options, cancellationToken);

    /// <inheritdoc cref="UpdateInSessionAsync{T}(T, DeliverySession, SessionUpdateOptions?, CancellationToken)"/>
    /// <param name="contract">The contract, which defines what is sent.</param>
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
        return Calls.SessionUpdate.SendAsync(profile, contract, session, options, cancellationToken);
    }
}
