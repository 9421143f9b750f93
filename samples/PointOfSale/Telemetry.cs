using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace PointOfSale;

internal static class Telemetry
{
    /// <summary>Spans and measurements of the web server, of this service and of the client. No tag of any of them holds an id.</summary>
    public static void Add(WebApplicationBuilder builder)
    {
        bool toConsole = builder.Configuration.GetValue<bool>("Telemetry:Console");
        builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("PointOfSale"))
            .WithTracing(tracing =>
            {
                tracing.AddSource("Microsoft.AspNetCore", "ProfileSchema.Client");
                if (toConsole)
                {
                    tracing.AddConsoleExporter();
                }
            })
            .WithMetrics(metrics =>
            {
                metrics.AddMeter("Microsoft.AspNetCore.Hosting", "ProfileSchema.Client", PendingMembers.MeterName);
                if (toConsole)
                {
                    metrics.AddConsoleExporter();
                }
            });
    }
}
