using System.Collections.Concurrent;
using System.Net;

namespace ProfileSchema.Client.Tests.Schedules;

/// <summary>Sees to which hosts the token goes. What is not on this machine is answered here, so that no test leaves it.</summary>
internal sealed class TokenHosts : DelegatingHandler
{
    /// <summary>Hosts that are neither the emulator's nor Target's and were sent a token all the same (AUTH-4).</summary>
    public ConcurrentBag<string> Foreign { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        Uri address = request.RequestUri!;
        if (address.IsLoopback)
        {
            return base.SendAsync(request, cancellationToken);
        }

        if (!address.Host.EndsWith(".tt.omtrdc.net", StringComparison.Ordinal) || address.Scheme != Uri.UriSchemeHttps)
        {
            Foreign.Add(address.Host);
        }

        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadGateway) { RequestMessage = request });
    }
}
