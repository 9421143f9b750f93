using System.Net;

namespace ProfileSchema.Client.Http;

/// <summary>Makes the HTTP client of a profile client that was not given one (HTTP-1).</summary>
internal static class ClientHttp
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(30);

    /// <param name="baseAddress">Where the calls go; null for the service itself.</param>
    public static HttpClient Create(Uri? baseAddress)
    {
        SocketsHttpHandler handler = CreateHandler();
        MakeSafe(handler, baseAddress);
        return new HttpClient(handler, disposeHandler: true)
        {
            // Each call has its own time; the platform's 100 seconds would cut uploads off (BULK-9).
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>Makes a handler, which is yet to be made safe.</summary>
    public static SocketsHttpHandler CreateHandler() => new() { ConnectTimeout = ConnectTimeout };

    /// <summary>
    /// Takes from a handler what no call of the client may have: redirects, cookies, baggage and trace ids (HTTP-1), and a proxy on the
    /// way to a loopback address (AUTH-5).
    /// </summary>
    /// <param name="handler">The handler, or what stands before it. One that is no handler of the platform stays as it is.</param>
    /// <param name="baseAddress">Where the calls go; null for the service itself.</param>
    /// <exception cref="InvalidOperationException">The handler cannot be made safe.</exception>
    public static void MakeSafe(HttpMessageHandler handler, Uri? baseAddress)
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

                // Only where a call goes to loopback: of several proxies in turn, as Windows may have them, it keeps the first.
                if (
                    baseAddress is { IsAbsoluteUri: true }
                    && OptionRules.IsLoopback(baseAddress)
                    && sockets is { UseProxy: true, Proxy: not LoopbackDirect }
                )
                {
                    sockets.Proxy = new LoopbackDirect(sockets.Proxy);
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

/// <summary>
/// A proxy for all but this machine: a call in plain text to a loopback address would leave the machine with it (AUTH-5), and the
/// proxy that an environment variable names is not one that spares loopback.
/// </summary>
/// <param name="proxy">The proxy for all else; null for that of the platform.</param>
internal sealed class LoopbackDirect(IWebProxy? proxy) : IWebProxy
{
    public ICredentials? Credentials
    {
        get => Proxy.Credentials;
        set => Proxy.Credentials = value;
    }

    private IWebProxy Proxy => proxy ?? HttpClient.DefaultProxy;

    public bool IsBypassed(Uri host) => OptionRules.IsLoopback(host) || Proxy.IsBypassed(host);

    public Uri? GetProxy(Uri destination) => OptionRules.IsLoopback(destination) ? null : Proxy.GetProxy(destination);
}
