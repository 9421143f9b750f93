using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;
using ProfileSchema.Client.Http;

namespace ProfileSchema.Client.Hosting;

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
