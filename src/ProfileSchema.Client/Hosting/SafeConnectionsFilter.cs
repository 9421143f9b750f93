using Microsoft.Extensions.Http;

namespace ProfileSchema.Client;

/// <summary>Sees to it that the connections of our clients are safe (HTTP-1), after all else that was configured.</summary>
internal sealed class SafeConnectionsFilter : IHttpMessageHandlerBuilderFilter
{
    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) =>
        builder =>
        {
            next(builder);
            if (ClientName.IsHttpName(builder.Name))
            {
                ClientHttp.MakeSafe(builder.PrimaryHandler);
            }
        };
}
