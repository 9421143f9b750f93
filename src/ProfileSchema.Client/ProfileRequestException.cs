using System.Net;
using System.Net.Http.Headers;

namespace ProfileSchema.Client;

/// <summary>
/// The exception that is thrown when the service declines a call or can't be reached. The message contains the remedy, and no id, value or
/// token (HTTP-2).
/// </summary>
public sealed class ProfileRequestException : Exception
{
    /// <summary>Initializes a new instance of the exception.</summary>
    /// <param name="message">The fault and the remedy, without ids and values.</param>
    /// <param name="statusCode">The HTTP status code of the response, or <see langword="null"/> if there was none.</param>
    /// <param name="serviceMessage">The error message from the service, with the data of the request removed.</param>
    /// <param name="innerException">The cause.</param>
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

    /// <summary>Gets the HTTP status code of the response, or <see langword="null"/> if there was none.</summary>
    public HttpStatusCode? StatusCode { get; }

    /// <summary>
    /// Gets the error message from the service, or <see langword="null"/>: at most 500 characters, without control characters and without
    /// the token, the ids and the values of the request. The service may still write them in an unexpected form, so don't log it
    /// (HTTP-2).
    /// </summary>
    public string? ServiceMessage { get; }

    /// <summary>Gets a value indicating whether the same call may succeed later: after 429, a server error or a network failure.</summary>
    public bool IsTransient { get; init; }

    /// <summary>Gets the time to wait before the next call, or <see langword="null"/> if the service specified none.</summary>
    public RetryConditionHeaderValue? RetryAfter { get; init; }

    /// <summary>Whether a reply of the service gives the reason, so that the message adds nothing to it.</summary>
    internal bool IsServiceReply { get; init; }
}
