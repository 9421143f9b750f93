using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace PointOfSale;

internal static class Telemetry
{
    /// <summary>Adds the traces and metrics of the web server, this service and the client. Their tags contain no IDs.</summary>
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
