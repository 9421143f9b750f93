using System.Collections.Concurrent;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;
using ProfileSchema.Client.Http;

namespace ProfileSchema.Client.Hosting;

/// <summary>
/// The connections of each client, made once and disposed by the container, which <see cref="IHttpClientFactory"/> would not do.
/// </summary>
internal sealed class ClientConnections : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<SocketsHttpHandler>> _handlers = new(StringComparer.Ordinal);

    public SocketsHttpHandler Of(string httpName) =>
        _handlers.GetOrAdd(httpName, _ => new Lazy<SocketsHttpHandler>(ClientHttp.CreateHandler)).Value;

    public void Dispose()
    {
        foreach (Lazy<SocketsHttpHandler> handler in _handlers.Values.Where(handler => handler.IsValueCreated))
        {
            handler.Value.Dispose();
        }
    }
}

/// <summary>Sees to it that the connections of our clients are safe (HTTP-1, AUTH-5), after all else that was configured.</summary>
internal sealed class SafeConnectionsFilter(IOptionsMonitor<ProfileClientOptions> options)
    : IHttpMessageHandlerBuilderFilter
{
    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) =>
        builder =>
        {
            next(builder);
            if (ClientName.FromHttpName(builder.Name) is { } name)
            {
                ClientHttp.MakeSafe(builder.PrimaryHandler, options.Get(name).BaseAddress);
            }
        };
}
