namespace ProfileSchema.Client;

/// <summary>Gives the token that every call to an account carries which asks for one (AUTH-1).</summary>
/// <remarks>
/// <para>
/// Used by many calls at once. The token is sent over https, or over http to a loopback address, only (AUTH-5). When the
/// service refuses it (401, 403), the source is asked once for another, for all callers together and at most once a minute; a
/// call is made once more if the token is new (AUTH-3).
/// </para>
/// <para><see cref="AdobeTokenSource"/> asks Adobe's own endpoint for the token.</para>
/// </remarks>
public abstract class ProfileTokenSource
{
    /// <summary>What a source is called in a message.</summary>
    internal const string NameOfOption = "ProfileClientOptions.TokenSource";

    private static readonly TimeSpan RenewalInterval = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private Task<string>? _renewal;
    private long _renewedAt;

    /// <summary>A token that stays the same as long as the source is used.</summary>
    /// <param name="token">The token, without the word <c>Bearer</c>.</param>
    /// <exception cref="ArgumentException">The token is empty, or holds what no header carries.</exception>
    public static ProfileTokenSource Fixed(string token) => new FixedTokenSource(token);

    /// <summary>A token that a function finds: it is called once, and again when the service refuses what it gave.</summary>
    /// <param name="find">
    /// Gives the present token, without the word <c>Bearer</c>. Not called twice at once; one call serves all who wait.
    /// </param>
    public static ProfileTokenSource FromDelegate(Func<CancellationToken, Task<string>> find)
    {
        ArgumentNullException.ThrowIfNull(find);
        return new DelegateTokenSource(find);
    }

    /// <summary>The token to send with the next call.</summary>
    /// <param name="cancellationToken">Ends the wait for a token.</param>
    public abstract ValueTask<string> GetTokenAsync(CancellationToken cancellationToken);

    /// <summary>The kind of source; never the token (HTTP-2).</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>
    /// Finds another token, because the service refused the one before. By default <see cref="GetTokenAsync"/> is asked again;
    /// a source that keeps a token overrides this. Called at most once a minute.
    /// </summary>
    /// <param name="refused">The token that the service refused.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>Another token, or the same where there is none.</returns>
    protected virtual ValueTask<string> RenewTokenAsync(string refused, CancellationToken cancellationToken) =>
        GetTokenAsync(cancellationToken);

    /// <summary>The token after a refusal: of one renewal for all callers, at most once a minute (AUTH-3).</summary>
    internal Task<string> ReplaceAsync(
        string refused,
        TimeSpan timeout,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
        {
            if (_renewal is null || time.GetElapsedTime(_renewedAt) >= RenewalInterval)
            {
                _renewedAt = time.GetTimestamp();

                // Not with the token of this caller: others wait for the same renewal.
                _renewal = Task.Run(
                    () =>
                        BearerToken.FindAsync(
                            token => RenewTokenAsync(refused, token).AsTask(),
                            NameOfOption,
                            timeout,
                            time,
                            CancellationToken.None
                        ),
                    CancellationToken.None
                );
            }

            return _renewal.WaitAsync(cancellationToken);
        }
    }

    private sealed class FixedTokenSource : ProfileTokenSource
    {
        private readonly string _token;

        public FixedTokenSource(string token)
        {
            BearerToken.Require(token, "The token");
            _token = token;
        }

        public override ValueTask<string> GetTokenAsync(CancellationToken cancellationToken) => new(_token);
    }

    private sealed class DelegateTokenSource(Func<CancellationToken, Task<string>> find) : ProfileTokenSource
    {
        // A token that cannot be sent is a failure, so that it is not kept: the next call asks again.
        private readonly SharedTask<string> _found = new(async token =>
            BearerToken.Judge(await find(token).ConfigureAwait(false), NameOfOption)
        );

        public override ValueTask<string> GetTokenAsync(CancellationToken cancellationToken) =>
            new(_found.GetAsync(cancellationToken));

        protected override ValueTask<string> RenewTokenAsync(string refused, CancellationToken cancellationToken)
        {
            _found.Forget(refused);
            return GetTokenAsync(cancellationToken);
        }
    }
}
