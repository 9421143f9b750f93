using System.Net;

namespace ProfileSchema.Client.Http;

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
