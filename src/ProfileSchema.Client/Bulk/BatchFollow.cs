using System.Net;
using System.Runtime.CompilerServices;
using ProfileSchema.Client.Http;

namespace ProfileSchema.Client.Bulk;

/// <summary>Polls the status of a batch, at intervals that grow, until its processing has ended (STATUS-5).</summary>
internal sealed class BatchFollow(ClientSettings settings, BatchStatusCall statusCall)
{
    /// <summary>Each delay is longer than the one before, up to this many times the first.</summary>
    private const double LongestDelay = 5;
    private const double Growth = 1.5;

    /// <summary>Polls the status of a batch that was accepted earlier.</summary>
    /// <exception cref="ProfileRequestException">The service declined the call, or never responded with a status in time.</exception>
    public async Task<BatchStatus> RunAsync(
        Uri address,
        FollowBatchOptions options,
        CancellationToken cancellationToken
    )
    {
        ProfileRequestException? failure = null;
        var poll = new StatusPoll(address, options.StatusTimeout, options.StatusInterval)
        {
            IsTolerated = exception => (failure = exception).IsTransient,
        };
        BatchStatus? last = null;
        await foreach (BatchStatus status in PollAsync(poll, cancellationToken).ConfigureAwait(false))
        {
            // The counts that the service reported while it kept the status are more than nothing (STATUS-4).
            last = status.IsForgotten ? last ?? status : status;
        }

        return last ?? throw failure ?? NoPermit();
    }

    /// <summary>The statuses that the service reports: until the last one, or the timeout.</summary>
    public async IAsyncEnumerable<BatchStatus> PollAsync(
        StatusPoll poll,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        // By the monotonic clock: a wall clock that is set neither ends nor prolongs it.
        long begun = settings.TimeProvider.GetTimestamp();
        using var deadline = new CancellationTokenSource(poll.Timeout, settings.TimeProvider);
        TimeSpan delay = poll.Interval;
        TimeSpan? asked = null;
        for (bool isDelayed = poll.DelaysFirst; ; isDelayed = true)
        {
            if (isDelayed)
            {
                TimeSpan left = poll.Timeout - settings.TimeProvider.GetElapsedTime(begun);
                if (left <= TimeSpan.Zero)
                {
                    yield break;
                }

                delay = asked > delay ? asked.Value : delay;
                await Task.Delay(Min(delay, left), settings.TimeProvider, cancellationToken).ConfigureAwait(false);
                delay = Min(delay * Growth, poll.Interval * LongestDelay);
            }

            (BatchStatus? status, asked) = await AskAsync(poll, deadline.Token, cancellationToken)
                .ConfigureAwait(false);
            if (status is not null)
            {
                yield return status;
                if (IsLast(status, poll.Rows))
                {
                    yield break;
                }
            }
        }
    }

    /// <returns>The status, if the service reported it, and else the delay that it asked for.</returns>
    private async Task<(BatchStatus? Status, TimeSpan? Delay)> AskAsync(
        StatusPoll poll,
        CancellationToken deadline,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return (
                await statusCall
                    .GetOnceAsync(poll.Address, poll.OnWaiting, deadline, cancellationToken)
                    .ConfigureAwait(false),
                null
            );
        }
        catch (OperationCanceledException)
            when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // No permit came in time.
            return (null, null);
        }
        catch (ProfileRequestException exception) when (poll.IsTolerated(exception))
        {
            var delays = new RetryDelays(settings.TimeProvider);
            bool isThrottled = exception.StatusCode is HttpStatusCode.ServiceUnavailable;
            return (
                null,
                isThrottled ? delays.AfterThrottled(exception.RetryAfter) : delays.FromRetryAfter(exception.RetryAfter)
            );
        }
    }

    // STATUS-3, STATUS-4: a word that isn't known says nothing, and is asked for again; a status that isn't kept never comes back. A
    // reply that broke off before it reported every row isn't the last: the next may report more.
    private static bool IsLast(BatchStatus status, long? rows) =>
        status.IsForgotten || (status.IsCompleted && !(status.IsTruncated && LacksCounts(status, rows)));

    private static bool LacksCounts(BatchStatus status, long? rows) =>
        (rows ?? status.BatchSize) is not { } size
        || (status.Updated ?? 0) + (status.NotFound ?? 0) + (status.Failed ?? 0) < size;

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;

    private static ProfileRequestException NoPermit() =>
        new(
            "The account's quota granted no permit for a status call before FollowBatchOptions.StatusTimeout. Set a longer timeout, or "
                + "follow the batch when fewer calls are waiting."
        )
        {
            IsTransient = true,
        };
}

/// <summary>How the status of a batch is polled.</summary>
/// <param name="Address">An address that may be asked (STATUS-6).</param>
/// <param name="Timeout">How long it is polled.</param>
/// <param name="Interval">The first delay.</param>
internal sealed record StatusPoll(Uri Address, TimeSpan Timeout, TimeSpan Interval)
{
    /// <summary>Whether a delay comes before the first question.</summary>
    public bool DelaysFirst { get; init; }

    /// <summary>The rows of the batch; null for the size that the service reports.</summary>
    public long? Rows { get; init; }

    /// <summary>Whether the status is asked again after a failure.</summary>
    public required Func<ProfileRequestException, bool> IsTolerated { get; init; }

    /// <summary>Called with what a status call waits for.</summary>
    public Action<CallWait>? OnWaiting { get; init; }

    /// <summary>The address is not for printing.</summary>
    public override string ToString() => nameof(StatusPoll);
}
