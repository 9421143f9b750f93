namespace ProfileSchema.Client;

/// <summary>Gives the token that every call to an account carries which asks for one (AUTH-1).</summary>
/// <remarks>Used by many calls at once. The token is sent over https, or over http to a loopback address, only (AUTH-5).</remarks>
public abstract class ProfileTokenSource
{
    /// <summary>A token that stays the same as long as the source is used.</summary>
    /// <param name="token">The token, without the word <c>Bearer</c>.</param>
    /// <exception cref="ArgumentException">The token is empty, or holds what no header carries.</exception>
    public static ProfileTokenSource Fixed(string token) => new FixedTokenSource(token);

    /// <summary>The token to send with the next call.</summary>
    /// <param name="cancellationToken">Ends the wait for a token.</param>
    public abstract ValueTask<string> GetTokenAsync(CancellationToken cancellationToken);

    /// <summary>The kind of source; never the token (HTTP-2).</summary>
    public sealed override string ToString() => GetType().Name;

    private sealed class FixedTokenSource : ProfileTokenSource
    {
        private readonly string _token;

        public FixedTokenSource(string token)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(token);
            BearerToken.Require(token);
            _token = token;
        }

        public override ValueTask<string> GetTokenAsync(CancellationToken cancellationToken) => new(_token);
    }
}
