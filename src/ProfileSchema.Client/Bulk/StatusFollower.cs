using System.Net;
using ProfileSchema.Client.Http;

namespace ProfileSchema.Client.Bulk;

/// <summary>Polls the status of an accepted file, at long intervals, until it is known or the timeout passes (STATUS-5).</summary>
internal sealed class StatusFollower(
    ClientSettings settings,
    BatchStatusCall statusCall,
    BulkOptions options,
    RunTotals totals
)
{
    /// <summary>Each pause is longer than the one before, up to this many times the first.</summary>
    private const double LongestPause = 5;
    private const double Growth = 1.5;

    /// <summary>Notes where the status of a file can be asked, if that is to be trusted and the caller wants to know it.</summary>
    public bool IsFollowed(SentFile file, string? statusUrl)
    {
        if (StatusUrl.TryTrust(statusUrl, settings.BaseAddress, out Uri? address))
        {
            file.StatusUrl = address;
        }
        else
        {
            file.IsStatusUrlUntrusted = !string.IsNullOrWhiteSpace(statusUrl);
        }

        return address is not null && options.StatusTimeout > TimeSpan.Zero;
    }

    /// <summary>Follows a file to its end.</summary>
    public async Task FollowAsync(SentFile file, CancellationToken cancellationToken)
    {
        // By the monotonic clock: a wall clock that is set neither ends nor prolongs it.
        long begun = settings.TimeProvider.GetTimestamp();
        TimeSpan left = options.StatusTimeout;
        TimeSpan pause = options.StatusInterval;
        using var deadline = new CancellationTokenSource(left, settings.TimeProvider);
        while (true)
        {
            await Task.Delay(Min(pause, left), settings.TimeProvider, cancellationToken).ConfigureAwait(false);
            (bool isFinal, TimeSpan? asked) = await AskAsync(file, deadline.Token, cancellationToken)
                .ConfigureAwait(false);
            left = options.StatusTimeout - settings.TimeProvider.GetElapsedTime(begun);
            if (isFinal || left <= TimeSpan.Zero)
            {
                file.Complete(settings.TimeProvider.GetUtcNow());
                return;
            }

            pause = Min(pause * Growth, options.StatusInterval * LongestPause);
            pause = asked > pause ? asked.Value : pause;
        }
    }

    /// <returns>Whether the status is known, and the delay that the service asked for.</returns>
    private async Task<(bool IsFinal, TimeSpan? Pause)> AskAsync(
        SentFile file,
        CancellationToken deadline,
        CancellationToken cancellationToken
    )
    {
        using RunTotals.Wait wait = totals.BeginWait();
        try
        {
            BatchStatus status = await statusCall
                .GetOnceAsync(file.StatusUrl!, wait.Set, deadline, cancellationToken)
                .ConfigureAwait(false);
            if (status is { State: BatchState.Unknown, IsWordUnknown: false } && file.Status is not null)
            {
                // The counts that the service gave while it still knew the batch are more than nothing.
                return (true, null);
            }

            file.Status = status;

            // One that broke off before it had said what became of every row: the next may say more.
            bool lacksCounts = status.IsTruncated && file.ToResult().StatusUnknown > 0;
            return (status.State is not BatchState.Incomplete && !status.IsWordUnknown && !lacksCounts, null);
        }
        catch (OperationCanceledException)
            when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // No permit came in time.
            return (false, null);
        }
        catch (ProfileRequestException exception)
        {
            // A question without an answer is asked again; only the timeout ends the asking.
            var pause = new RetryDelays(settings.TimeProvider);
            bool isThrottled = exception.StatusCode is HttpStatusCode.ServiceUnavailable;
            return (
                false,
                isThrottled ? pause.AfterThrottled(exception.RetryAfter) : pause.FromRetryAfter(exception.RetryAfter)
            );
        }
    }

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
