namespace ProfileSchema.Client;

/// <summary>Provides the names under which <see cref="ProfileClient"/> emits traces, metrics and logs.</summary>
/// <example>
/// <code>
/// builder.Services
///     .AddOpenTelemetry()
///     .WithTracing(tracing => tracing.AddSource(ProfileClientTelemetry.ActivitySourceName))
///     .WithMetrics(metrics => metrics.AddMeter(ProfileClientTelemetry.MeterName));
/// </code>
/// </example>
public static class ProfileClientTelemetry
{
    /// <summary>The name of the <see cref="System.Diagnostics.ActivitySource"/>.</summary>
    public const string ActivitySourceName = "ProfileSchema.Client";

    /// <summary>The name of the <see cref="System.Diagnostics.Metrics.Meter"/>.</summary>
    public const string MeterName = "ProfileSchema.Client";

    /// <summary>The category of log events.</summary>
    public const string LogCategory = "ProfileSchema.Client";
}
