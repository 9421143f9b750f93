using System.Diagnostics.CodeAnalysis;
using System.Threading.RateLimiting;

namespace ProfileSchema.Client;

/// <summary>One share of a rolling window, as the platform's limiters are used. Its queue has no end: who asks, waits.</summary>
internal sealed class WindowLimiter(RollingWindow window, WindowShare share) : RateLimiter
{
    /// <summary>Never idle: what has been used must be remembered as long as the account is.</summary>
    public override TimeSpan? IdleDuration => null;

    public override RateLimiterStatistics GetStatistics() =>
        new() { CurrentAvailablePermits = window.Free(share), CurrentQueuedCount = window.Waiting(share) };

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        RequireFit(permitCount);
        return window.TryTake(share, permitCount)
            ? new WindowLease(window, share, permitCount)
            : WindowLease.NotAcquired;
    }

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        RequireFit(permitCount);
        return window.TakeAsync(share, permitCount, cancellationToken);
    }

    private void RequireFit(int permits)
    {
        if (permits > share.Limit)
        {
            throw new ArgumentOutOfRangeException(
                nameof(permits),
                permits,
                $"There are {share.Limit} permits a window; more can never be had at once."
            );
        }
    }
}

/// <summary>Permits of a window. Disposing it ends the call that it was taken for.</summary>
internal sealed class WindowLease(RollingWindow? window, WindowShare? share, int permits) : RateLimitLease
{
    private int _isEnded;

    public static WindowLease NotAcquired { get; } = new(null, null, 0);

    public override bool IsAcquired => window is not null;

    public override IEnumerable<string> MetadataNames => [];

    public override bool TryGetMetadata(string metadataName, [NotNullWhen(true)] out object? metadata)
    {
        metadata = null;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && window is not null && Interlocked.Exchange(ref _isEnded, 1) == 0)
        {
            window.End(share!, permits);
        }

        base.Dispose(disposing);
    }
}
