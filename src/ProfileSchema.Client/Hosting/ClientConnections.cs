namespace ProfileSchema.Client;

/// <summary>The connections of a client, made once and disposed by the container, which <see cref="IHttpClientFactory"/> would not do.</summary>
internal sealed class ClientConnections : IDisposable
{
    public SocketsHttpHandler Handler { get; } = ClientHttp.CreateHandler();

    public void Dispose() => Handler.Dispose();
}
