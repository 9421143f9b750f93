namespace ProfileSchema.Client.Http;

/// <summary>What a header carries as a token: visible ASCII, no space (RFC 6750).</summary>
internal static class BearerToken
{
    /// <summary>What is wrong with a token and what to do, or null; never the token (HTTP-2).</summary>
    public static string? Fault(string? token) =>
        string.IsNullOrEmpty(token) || token.AsSpan().ContainsAnyExceptInRange('!', '~')
            ? "is empty or contains characters other than visible ASCII. Pass the token alone, without the word Bearer, quotes or a "
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

    /// <summary>Asks a source for a token, and waits no longer than a call may take, also for a source that ignores its cancellation.</summary>
    /// <param name="find">Asks the source. Its token is canceled when nobody waits any longer.</param>
    /// <param name="name">What the source is called in a message.</param>
    /// <exception cref="ProfileRequestException">No token came in time, or one that cannot be sent. The next call asks again.</exception>
    public static async Task<string> FindAsync(
        Func<CancellationToken, Task<string>> find,
        string name,
        TimeSpan timeout,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        using var limit = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        string token;
        try
        {
            token = await find(either.Token).WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
            when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ProfileRequestException(
                FormattableString.Invariant($"{name} returned no token within {timeout.TotalSeconds:0} seconds.")
            )
            {
                IsTransient = true,
            };
        }

        return Checked(token, name);
    }

    /// <summary>The token, if it can be sent.</summary>
    /// <exception cref="ProfileRequestException">It cannot. The message does not hold it (HTTP-2).</exception>
    public static string Checked(string? token, string name) =>
        Fault(token) is { } fault
            ? throw new ProfileRequestException($"{name} returned a token that {fault}.")
            {
                // Nothing at all may pass: a secret that is read while it is written anew.
                IsTransient = string.IsNullOrEmpty(token),
            }
            : token!;
}
