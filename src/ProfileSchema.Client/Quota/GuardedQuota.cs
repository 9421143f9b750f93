using Microsoft.Extensions.Logging;
using ProfileSchema.Client.Telemetry;

namespace ProfileSchema.Client.Quota;

/// <summary>
/// The quota of an account as the client uses it. A store that fails where a call waits ends the call with an error that names the
/// store; where a call reports to it, the call goes on, since its outcome is known.
/// </summary>
internal sealed class GuardedQuota(AccountQuota quota, ILogger logger)
{
    /// <summary>A service that asks for more is asked again now and then all the same; only the call that it answered waits longer.</summary>
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromMinutes(10);

    /// <exception cref="ProfileRequestException">The quota failed.</exception>
    public async ValueTask<QuotaPermit> AcquireAsync(QuotaKind kind, CancellationToken cancellationToken)
    {
        try
        {
            return await quota.AcquireAsync(kind, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsFailure(exception, cancellationToken))
        {
            throw Failed(exception);
        }
    }

    /// <exception cref="ProfileRequestException">The quota failed.</exception>
    public async ValueTask<StatusPosition> TakePositionAsync(bool isFollowed, CancellationToken cancellationToken)
    {
        try
        {
            return await quota.TakeStatusPositionAsync(isFollowed, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsFailure(exception, cancellationToken))
        {
            throw Failed(exception);
        }
    }

    public ValueTask ReportThrottledAsync(TimeSpan backOff, CancellationToken cancellationToken) =>
        ReportAsync(
            () => quota.ReportThrottledAsync(backOff < LongestBackOff ? backOff : LongestBackOff, cancellationToken),
            cancellationToken
        );

    public ValueTask EndAttemptAsync(StatusPosition position) => ReportAsync(position.EndAttemptAsync, default);

    /// <summary>Ends a call, or gives up a position. Without one, it does nothing.</summary>
    public ValueTask ReleaseAsync(IAsyncDisposable? permitOrPosition) =>
        permitOrPosition is null ? ValueTask.CompletedTask : ReportAsync(permitOrPosition.DisposeAsync, default);

    private async ValueTask ReportAsync(Func<ValueTask> report, CancellationToken cancellationToken)
    {
        try
        {
            await report().ConfigureAwait(false);
        }
        catch (Exception exception) when (IsFailure(exception, cancellationToken))
        {
            // Its type alone: a message of a store may hold what it connects with.
            ClientLog.QuotaNotReported(logger, quota.GetType().Name, exception.GetType().Name);
        }
    }

    // A disposed quota means that the client was disposed: the caller's own doing, and clear as it is.
    private static bool IsFailure(Exception exception, CancellationToken cancellationToken) =>
        exception is not ObjectDisposedException
        && !(exception is OperationCanceledException && cancellationToken.IsCancellationRequested);

    private ProfileRequestException Failed(Exception exception) =>
        new(
            $"The quota {quota.GetType().Name} failed, so the call was not made. The inner exception has the cause; make sure that "
                + "its store can be reached.",
            innerException: exception
        );
}
