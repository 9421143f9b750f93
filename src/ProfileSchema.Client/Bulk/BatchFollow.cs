using System.Net;
using ProfileSchema.Client.Http;

namespace ProfileSchema.Client.Bulk;

/// <summary>Polls the status of a batch that was accepted earlier until its processing has ended (STATUS-5).</summary>
internal sealed class BatchFollow(ClientSettings settings, BatchStatusCall statusCall)
{
    private const double LongestPause = 5;
    private const double Growth = 1.5;

    /// <exception cref="ProfileRequestException">The service declined the call, or never responded with a status in time.</exception>
    public async Task<BatchStatus> RunAsync(
        Uri address,
        FollowBatchOptions options,
        CancellationToken cancellationToken
    )
    {
        // By the monotonic clock: a wall clock that is set neither ends nor prolongs it.
        long begun = settings.TimeProvider.GetTimestamp();
        using var deadline = new CancellationTokenSource(options.StatusTimeout, settings.TimeProvider);
        BatchStatus? last = null;
        ProfileRequestException? failure = null;
        TimeSpan pause = options.StatusInterval;
        while (true)
        {
            TimeSpan? asked = null;
            try
            {
                BatchStatus status = await statusCall
                    .GetOnceAsync(address, onWaiting: static _ => { }, deadline.Token, cancellationToken)
                    .ConfigureAwait(false);
                if (IsForgotten(status) && last is not null)
                {
                    // The counts that the service reported while it still kept the status are more than nothing.
                    return last;
                }

                last = status;
                if (IsLast(status))
                {
                    return status;
                }
            }
            catch (OperationCanceledException)
                when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                // No permit came in time.
            }
            catch (ProfileRequestException exception) when (exception.IsTransient)
            {
                failure = exception;
                asked = PauseAfter(exception);
            }

            TimeSpan left = options.StatusTimeout - settings.TimeProvider.GetElapsedTime(begun);
            TimeSpan next = asked > pause ? asked.Value : pause;
            if (left <= TimeSpan.Zero)
            {
                return last ?? throw failure ?? NoPermit();
            }

            await Task.Delay(next < left ? next : left, settings.TimeProvider, cancellationToken).ConfigureAwait(false);
            TimeSpan longest = options.StatusInterval * LongestPause;
            pause = pause * Growth < longest ? pause * Growth : longest;
        }
    }

    private TimeSpan? PauseAfter(ProfileRequestException exception)
    {
        var pause = new RetryDelays(settings.TimeProvider);
        return exception.StatusCode is HttpStatusCode.ServiceUnavailable
            ? pause.AfterThrottled(exception.RetryAfter)
            : pause.FromRetryAfter(exception.RetryAfter);
    }

    // STATUS-3, STATUS-4: a word that isn't known says nothing, and is asked for again; a status that isn't kept never comes back.
    private static bool IsLast(BatchStatus status) =>
        IsForgotten(status) || (status.IsCompleted && !(status.IsTruncated && LacksCounts(status)));

    private static bool IsForgotten(BatchStatus status) =>
        status is { State: BatchState.Unknown, IsWordUnknown: false };

    private static bool LacksCounts(BatchStatus status) =>
        status.BatchSize is not { } size
        || (status.Updated ?? 0) + (status.NotFound ?? 0) + (status.Failed ?? 0) < size;

    private static ProfileRequestException NoPermit() =>
        new(
            "The account's quota granted no permit for a status call before FollowBatchOptions.StatusTimeout. Set a longer timeout, or "
                + "follow the batch when fewer calls are waiting."
        )
        {
            IsTransient = true,
        };
}
