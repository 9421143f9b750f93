using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace PointOfSale;

/// <summary>
/// Reports whether purchases can be recorded and profiles are delivered. While Target is unavailable, the service is degraded and not
/// unhealthy: a restart would not help, and purchases can be recorded until the queue is full.
/// </summary>
internal sealed class TargetHealth(PendingMembers pending) : IHealthCheck
{
    private volatile string? _failure;

    public void Succeeded() => _failure = null;

    public void Failed(string reason) => _failure = reason;

    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) =>
        Task.FromResult(
            pending.IsFull ? HealthCheckResult.Unhealthy("The queue is full.")
            : _failure is { } failure ? HealthCheckResult.Degraded(failure)
            : HealthCheckResult.Healthy()
        );
}
