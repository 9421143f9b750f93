using System.Net;
using Microsoft.AspNetCore.Http;

namespace ProfileSchema.Emulator;

/// <summary>
/// Tells whether a call names this machine in its Host header. A web page that rebinds its own name to 127.0.0.1 does not, and
/// must not read the profiles.
/// </summary>
internal static class LoopbackHost
{
    public static bool IsNamedBy(HostString host)
    {
        string name = host.Host;
        return name.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(name, out IPAddress? address) && IPAddress.IsLoopback(address));
    }
}
