using System.Net;
using System.Net.Http.Headers;

namespace ProfileSchema.Client;

/// <summary>
/// The service did not do what was asked, or could not be reached. The message says what to do, and holds neither an id nor
/// a value nor a token (HTTP-2).
/// </summary>
public sealed class ProfileRequestException : Exception
{
    /// <summary>Says what went wrong with a call.</summary>
    /// <param name="message">What went wrong and what to do, without ids and values.</param>
    /// <param name="statusCode">The status of the answer, or null if there was none.</param>
    /// <param name="serviceMessage">The service's own words, cleaned.</param>
    /// <param name="innerException">What caused it.</param>
    public ProfileRequestException(
        string message,
        HttpStatusCode? statusCode = null,
        string? serviceMessage = null,
        Exception? innerException = null
    )
        : base(message, innerException)
    {
        StatusCode = statusCode;
        ServiceMessage = serviceMessage;
    }

    /// <summary>The status of the answer, or null if there was none.</summary>
    public HttpStatusCode? StatusCode { get; }

    /// <summary>
    /// The service's own words, or null: at most 500 characters, without control characters and without the token, the ids and the
    /// values of the request. A service may still write them in a way that is not known, so keep the text out of logs (HTTP-2).
    /// </summary>
    public string? ServiceMessage { get; }

    /// <summary>Whether the same call may succeed later: after 429, a failure of the service or one of the network.</summary>
    public bool IsTransient { get; init; }

    /// <summary>When the service wants to be asked again, if it said so.</summary>
    public RetryConditionHeaderValue? RetryAfter { get; init; }
}
