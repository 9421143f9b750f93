using ProfileSchema.Client.Authentication;
using ProfileSchema.Client.Http;

namespace ProfileSchema.Client;

/// <summary>Provides the token for an account that requires authentication (AUTH-1).</summary>
/// <remarks>
/// <para>
/// A source must be thread-safe. The token is sent over https, or over http to a loopback address, only (AUTH-5). When the service
/// declines it (401, 403), the client requests another token, once for all callers and at most once a minute, and makes one more
/// attempt if the token is new (AUTH-3).
/// </para>
/// <para><see cref="AdobeTokenSource"/> gets the token from Adobe I/O.</para>
/// </remarks>
public abstract class ProfileTokenSource
{
    /// <summary>What a source is called in a message.</summary>
    internal const string NameOfOption = "ProfileClientOptions.TokenSource";

    private static readonly TimeSpan RenewalInterval = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private Task<string>? _renewal;
    private long _renewedAt;

    /// <summary>Creates a source of a token that never changes.</summary>
    /// <param name="token">The token, without the word <c>Bearer</c>.</param>
    /// <returns>The source.</returns>
    /// <exception cref="ArgumentException">The token is empty, or contains characters other than visible ASCII.</exception>
    public static ProfileTokenSource Fixed(string token) => new FixedTokenSource(token);

    /// <summary>Creates a source that calls a function once, and again when the service declines the token.</summary>
    /// <param name="find">
    /// The function that returns the present token, without the word <c>Bearer</c>. One call at a time serves all callers.
    /// </param>
    /// <returns>The source.</returns>
    public static ProfileTokenSource FromDelegate(Func<CancellationToken, Task<string>> find)
    {
        ArgumentNullException.ThrowIfNull(find);
        return new DelegateTokenSource(find);
    }

    /// <summary>Gets the token for the next call.</summary>
    /// <param name="cancellationToken">Cancels the wait for the token.</param>
    /// <returns>The token, without the word <c>Bearer</c>.</returns>
    public abstract ValueTask<string> GetTokenAsync(CancellationToken cancellationToken);

    /// <summary>Returns the type of the source. The text never contains the token (HTTP-2).</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>
    /// Gets another token after the service declined the present one. The default implementation calls <see cref="GetTokenAsync"/>. A
    /// source that caches its token should override it. The client calls it at most once a minute.
    /// </summary>
    /// <param name="refused">The token that the service declined.</param>
    /// <param name="cancellationToken">Cancels the wait for the token.</param>
    /// <returns>Another token, or the same token if there is no other.</returns>
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
            BearerToken.Checked(await find(token).ConfigureAwait(false), NameOfOption)
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
