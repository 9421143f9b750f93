using System.Net;
using System.Net.Http.Headers;

namespace ProfileSchema.Client.Http;

/// <summary>Why an attempt failed, as far as that decides about the next.</summary>
/// <param name="Number">The number of the attempt, counted from 1.</param>
/// <param name="Status">The status of the answer, or null if there was none.</param>
/// <param name="RetryAfter">When the service wants to be asked again, if it said so.</param>
internal readonly record struct AttemptFailure(
    int Number,
    HttpStatusCode? Status,
    RetryConditionHeaderValue? RetryAfter
);
