using System.Net;
using System.Net.Http.Headers;

namespace ProfileSchema.Client.Http;

/// <summary>How long to wait before a call is made again (BULK-5, BULK-6).</summary>
internal sealed class RetryDelays(TimeProvider time)
{
    /// <summary>What the quota of a minute needs to recover, with a margin.</summary>
    private static readonly TimeSpan AfterUsedUp = TimeSpan.FromSeconds(65);

    private static readonly TimeSpan AfterTooMany = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>Also after a <c>Retry-After</c> of zero, the service gets a moment.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <summary>For calls of the 50 a minute.</summary>
    public TimeSpan? ForBulkCall(AttemptFailure failure) =>
        failure.Status is HttpStatusCode.ServiceUnavailable ? AfterThrottled(failure.RetryAfter) : ForCall(failure);

    /// <summary>After a 503 to one of the 50 a minute (BULK-5).</summary>
    public TimeSpan AfterThrottled(RetryConditionHeaderValue? header) => FromRetryAfter(header) ?? AfterUsedUp;

    /// <summary>For other calls.</summary>
    public TimeSpan? ForCall(AttemptFailure failure) =>
        failure.Status switch
        {
            null => Backoff(failure.Number),
            HttpStatusCode.TooManyRequests or ServiceError.TooManyAtOnce => FromRetryAfter(failure.RetryAfter)
                ?? AfterTooMany,
            >= HttpStatusCode.InternalServerError => FromRetryAfter(failure.RetryAfter) ?? Backoff(failure.Number),
            _ => null,
        };

    /// <summary>What <c>Retry-After</c> says: seconds, or a date by our clock.</summary>
    public TimeSpan? FromRetryAfter(RetryConditionHeaderValue? header)
    {
        TimeSpan? asked = header?.Delta ?? (header?.Date - time.GetUtcNow());
        return asked < Shortest ? Shortest : asked;
    }

    // With full jitter in the upper half: callers that failed together do not come back together.
    private static TimeSpan Backoff(int attempt)
    {
        double longest = Math.Min(First * Math.Pow(2, attempt - 1) / First, Longest / First);
#pragma warning disable CA5394 // Jitter is no secret.
        return First * (longest * (0.5 + Random.Shared.NextDouble() / 2));
#pragma warning restore CA5394
    }
}

/// <summary>Why an attempt failed, as far as that decides about the next.</summary>
/// <param name="Number">The number of the attempt, counted from 1.</param>
/// <param name="Status">The status of the answer, or null if there was none.</param>
/// <param name="RetryAfter">The <c>Retry-After</c> of the answer, or null.</param>
internal readonly record struct AttemptFailure(
    int Number,
    HttpStatusCode? Status,
    RetryConditionHeaderValue? RetryAfter
);
