using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ProfileSchema.Emulator.Hosting;

/// <summary>Kestrel on 127.0.0.1 and nowhere else: no configuration, environment or argument moves it.</summary>
internal static class LoopbackServer
{
    /// <summary>Beyond this Kestrel itself answers 414; well above what SINGLE-2 allows, so that the emulator does.</summary>
    private const int MaxRequestLineBytes = 512 * 1024;

    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(2);

    public static WebApplication Create(int port, RequestDelegate handler)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory }
        );
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Configure(kestrel, port));
        builder.Services.AddSingleton<IHostLifetime, HostProgramLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        WebApplication server = builder.Build();
        server.Run(handler);
        return server;
    }

    private static void Configure(KestrelServerOptions kestrel, int port)
    {
        kestrel.Listen(IPAddress.Loopback, port);
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestLineSize = MaxRequestLineBytes;
        kestrel.Limits.MaxRequestBufferSize = 2 * MaxRequestLineBytes;

        // The emulator refuses an oversized body itself, with the reply of its API; a slow upload is legitimate (BULK-9).
        kestrel.Limits.MaxRequestBodySize = null;
        kestrel.Limits.MinRequestBodyDataRate = null;
        kestrel.Limits.MinResponseDataRate = null;
    }

    /// <summary>Leaves Ctrl+C and SIGTERM to the host program; the default lifetime would take them over.</summary>
    private sealed class HostProgramLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

/// <summary>
/// Checks that the Host header of a request names this machine. A web page that rebinds its own name to 127.0.0.1 does not, and
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
