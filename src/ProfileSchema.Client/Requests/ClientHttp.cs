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

    private static SocketsHttpHandler CreateHandler() =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            // No baggage and no trace ids leave.
            ActivityHeadersPropagator = null,
            // Connections are renewed so that a change of the service's addresses is noticed.
            PooledConnectionLifetime = ConnectionLifetime,
            ConnectTimeout = ConnectTimeout,
        };
}
