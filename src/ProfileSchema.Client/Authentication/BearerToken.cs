namespace ProfileSchema.Client;

/// <summary>What a header carries as a token: visible ASCII, no space (RFC 6750).</summary>
internal static class BearerToken
{
    /// <summary>What is wrong with a token and what to do, or null; never the token (HTTP-2).</summary>
    public static string? Fault(string? token) =>
        string.IsNullOrEmpty(token) || token.AsSpan().ContainsAnyExceptInRange('!', '~')
            ? "is empty or holds characters other than visible ASCII. Give the token alone, without the word Bearer, quotes or a "
                + "line end"
            : null;

    /// <param name="name">What the token is called in the message, so that it says who gave it.</param>
    /// <exception cref="ArgumentException">The token cannot be sent. The message does not hold it (HTTP-2).</exception>
    public static void Require(string? token, string name)
    {
        if (Fault(token) is { } fault)
        {
            throw new ArgumentException($"{name} {fault}.", nameof(token));
        }
    }
}
