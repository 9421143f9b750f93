namespace ProfileSchema.Client;

/// <summary>Makes the HTTP client of a profile client that was not given one (HTTP-1).</summary>
internal static class ClientHttp
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(30);

    public static HttpClient Create() =>
        new(CreateHandler(), disposeHandler: true)
        {
            // Each call has its own time; the platform's 100 seconds would cut uploads off (BULK-9).
            Timeout = Timeout.InfiniteTimeSpan,
        };

    public static SocketsHttpHandler CreateHandler()
    {
        var handler = new SocketsHttpHandler { ConnectTimeout = ConnectTimeout };
        MakeSafe(handler);
        return handler;
    }

    /// <summary>Takes from a handler what no call of the client may have: redirects, cookies, baggage and trace ids (HTTP-1).</summary>
    /// <param name="handler">The handler, or what stands before it. One that is no handler of the platform stays as it is.</param>
    /// <exception cref="InvalidOperationException">The handler cannot be made safe.</exception>
    public static void MakeSafe(HttpMessageHandler handler)
    {
        HttpMessageHandler? last = handler;
        while (last is DelegatingHandler delegating)
        {
            last = delegating.InnerHandler;
        }

        switch (last)
        {
            case SocketsHttpHandler sockets:
                // Set only where it differs: one that has been used refuses to be set at all.
                if (sockets.AllowAutoRedirect)
                {
                    sockets.AllowAutoRedirect = false;
                }

                if (sockets.UseCookies)
                {
                    sockets.UseCookies = false;
                }

                if (sockets.ActivityHeadersPropagator is not null)
                {
                    sockets.ActivityHeadersPropagator = null;
                }

                if (sockets.PooledConnectionLifetime == Timeout.InfiniteTimeSpan)
                {
                    // Connections are renewed so that a change of the service's addresses is noticed.
                    sockets.PooledConnectionLifetime = ConnectionLifetime;
                }

                break;
            case HttpClientHandler:
                throw new InvalidOperationException(
                    "The primary handler of a profile client is an HttpClientHandler, whose trace headers cannot be switched off "
                        + "(HTTP-1). Use a SocketsHttpHandler, or set up the one that is there by UseSocketsHttpHandler."
                );
        }
    }
}
