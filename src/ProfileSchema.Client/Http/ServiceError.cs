using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace ProfileSchema.Client.Http;

/// <summary>Turns an answer that is not the one asked for into an exception that says what to do.</summary>
internal static class ServiceError
{
    /// <summary>More than 100 calls of one session at once (DELIVERY-5).</summary>
    public const HttpStatusCode TooManyAtOnce = (HttpStatusCode)420;

    /// <summary>What is read of an error page: enough for its words once markup and ids are out.</summary>
    private const int MaxBytes = 4_096;

    /// <summary>How long the words of an answer are waited for whose status has decided already.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly SearchValues<byte> WordEnds = SearchValues.Create(" \r\n\t,;=<>\""u8);

    public static async Task<ProfileRequestException> ReadAsync(
        HttpResponseMessage response,
        string call,
        IEnumerable<string> carried,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        string? text = await ReadTextAsync(response, time, cancellationToken).ConfigureAwait(false);
        return For(
            response.StatusCode,
            call,
            ServiceText.Clean(text, response, carried),
            response.Headers.RetryAfter,
            IsPage(response)
        );
    }

    /// <summary>Whether an answer is an HTML page, which the service sends for none of its replies: something on the way answered.</summary>
    public static bool IsPage(HttpResponseMessage response) =>
        response.Content.Headers.ContentType?.MediaType is { } type
        && (
            type.Equals("text/html", StringComparison.OrdinalIgnoreCase)
            || type.Equals("application/xhtml+xml", StringComparison.OrdinalIgnoreCase)
        );

    // AUTH-1
    public static bool IsTokenRefused(HttpStatusCode? status) =>
        status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;

    /// <param name="serviceMessage">The error message from the service, cleaned.</param>
    /// <param name="isPage">Whether the answer is an HTML page. The status of one decides as that of any other answer.</param>
    public static ProfileRequestException For(
        HttpStatusCode status,
        string call,
        string? serviceMessage,
        RetryConditionHeaderValue? retryAfter = null,
        bool isPage = false
    )
    {
        bool isTransient = status is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;
        return new ProfileRequestException(
            isPage && !isTransient
                ? PageAnswered(call, status)
                : $"The service answered {(int)status} to {call}. {Remedy(status)}",
            status,
            serviceMessage
        )
        {
            IsTransient = isTransient,
            IsServiceReply = isTransient || !isPage,
            RetryAfter = retryAfter,
        };
    }

    public static ProfileRequestException NotUnderstood(string call, HttpResponseMessage response) =>
        new(
            IsPage(response)
                ? PageAnswered(call, response.StatusCode)
                : $"The service answered {(int)response.StatusCode} to {call} with something that is not its reply. "
                    + "Check the base address and any proxy on the way.",
            response.StatusCode
        );

    private static string PageAnswered(string call, HttpStatusCode status) =>
        $"The answer to {call} was {(int)status} with an HTML page: a proxy or firewall answered. Have it let calls to the base "
        + "address through, or check that address.";

    private static string Remedy(HttpStatusCode status) =>
        status switch
        {
            // AUTH-1: without a token the service answers 403; 401 is treated alike.
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
                "The account requires a token, or the token isn't valid (AUTH-1). Set ProfileClientOptions.TokenSource.",
            HttpStatusCode.BadRequest =>
                "Check the client code (FETCH-2). See ServiceMessage for the error message from the service.",
            HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable =>
                "The account's calls of this minute are used up, or the service is overloaded (BULK-5). Call again later.",
            >= HttpStatusCode.InternalServerError => "The service failed. Call again later.",
            _ => "See ServiceMessage for the error message from the service.",
        };

    /// <summary>The first words of an answer, as they came.</summary>
    public static Task<string?> ReadTextAsync(
        HttpResponseMessage response,
        TimeProvider time,
        CancellationToken cancellationToken
    ) =>
        ReadBrieflyAsync(
            response,
            static async (body, token) =>
            {
                var buffer = new byte[MaxBytes];
                int length = await body.ReadAtLeastAsync(buffer, MaxBytes, throwOnEndOfStream: false, token)
                    .ConfigureAwait(false);

                // Where it is cut off, no part of a word is left that could not be told from one of the request.
                return Encoding.UTF8.GetString(
                    length < MaxBytes
                        ? buffer.AsSpan(0, length)
                        : buffer.AsSpan(0, buffer.AsSpan().LastIndexOfAny(WordEnds) + 1)
                );
            },
            time,
            cancellationToken
        );

    /// <summary>
    /// Reads the body of an answer outside of 2xx, whose status has decided already: a body that breaks off, is damaged, does not end, or is cut
    /// off by the end of the attempt is no second error.
    /// </summary>
    /// <returns>What was read, or null if it did not arrive.</returns>
    public static async Task<T?> ReadBrieflyAsync<T>(
        HttpResponseMessage response,
        Func<Stream, CancellationToken, Task<T?>> read,
        TimeProvider time,
        CancellationToken cancellationToken
    )
        where T : class
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            Stream body = await response.Content.ReadAsStreamAsync(either.Token).ConfigureAwait(false);
            return await read(body, either.Token).ConfigureAwait(false);
        }
        catch (Exception exception)
            when (exception is HttpRequestException or OperationCanceledException
                || ConnectionError.IsUnreadable(exception)
            )
        {
            return null;
        }
    }
}
