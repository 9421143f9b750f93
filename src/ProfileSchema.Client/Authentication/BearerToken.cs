namespace ProfileSchema.Client;

/// <summary>What a header carries as a token: visible ASCII, no space (RFC 6750).</summary>
internal static class BearerToken
{
    /// <exception cref="ArgumentException">The token cannot be sent. The message does not hold it (HTTP-2).</exception>
    public static void Require(string? token)
    {
        if (string.IsNullOrEmpty(token) || token.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            throw new ArgumentException(
                "The token is empty or holds characters other than visible ASCII. Give the token alone, without the word "
                    + "Bearer, quotes or a line end.",
                nameof(token)
            );
        }
    }
}
