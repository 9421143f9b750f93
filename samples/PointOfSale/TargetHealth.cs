using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace PointOfSale;

/// <summary>
/// Whether purchases can be taken, and whether their profiles get through. A Target that is away makes the service degraded and not
/// unhealthy: restarting it would help nobody, and the tills can go on until the queue is full.
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
