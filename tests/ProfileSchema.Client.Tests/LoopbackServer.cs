using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ProfileSchema.Client.Tests;

/// <summary>A server that answers as a test says, for what a service that behaves would never do.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private LoopbackServer(WebApplication application, Uri address)
    {
        _application = application;
        Address = address;
    }

    public Uri Address { get; }

    public static Task<LoopbackServer> StartAsync(RequestDelegate answer)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        return MovedClock.StartOutsideAsync(() => ListenAsync(answer, cancellation));
    }

    private static async Task<LoopbackServer> ListenAsync(RequestDelegate answer, CancellationToken cancellation)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        WebApplication application = builder.Build();
        application.Run(answer);
        await application.StartAsync(cancellation);
        string address = application
            .Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses.First();
        return new LoopbackServer(application, new Uri(address));
    }

    /// <summary>A client whose pauses take no time.</summary>
    public ProfileClient CreateClient(ProfileTokenSource? token = null, MovedClock? clock = null)
    {
        clock ??= new MovedClock();
        return new ProfileClient(
            new ProfileClientOptions
            {
                ClientCode = "acme",
                BaseAddress = Address,
                TokenSource = token,
                TimeProvider = clock,
            },
            clock.CreateHttpClient()
        );
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync(CancellationToken.None);
        await _application.DisposeAsync();
    }
}
