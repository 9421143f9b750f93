using System.Collections.Concurrent;
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
