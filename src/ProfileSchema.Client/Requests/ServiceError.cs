using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace ProfileSchema.Client;

/// <summary>Turns an answer that is not the one asked for into an exception that says what to do.</summary>
internal static class ServiceError
{
    /// <summary>What is read of an error page: enough for its words once markup and ids are out.</summary>
    private const int MaxBytes = 4_096;

    public static async Task<ProfileRequestException> ReadAsync(
        HttpResponseMessage response,
        string call,
        IEnumerable<string> ids,
        CancellationToken cancellationToken
    )
    {
        string? text = await ReadTextAsync(response, cancellationToken).ConfigureAwait(false);
        return For(response.StatusCode, call, ServiceText.Clean(text, ids), response.Headers.RetryAfter);
    }

    /// <summary>The same for a call of many ids, which are yet to be taken out of the service's words.</summary>
    public static Task<ProfileRequestException> ReadRawAsync(
        HttpResponseMessage response,
        string call,
        CancellationToken cancellationToken
    ) => ReadAsync(response, call, [], cancellationToken);

    // AUTH-1
    public static bool IsTokenRefused(HttpStatusCode? status) =>
        status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;

    /// <param name="serviceMessage">The service's own words, cleaned.</param>
    public static ProfileRequestException For(
        HttpStatusCode status,
        string call,
        string? serviceMessage,
        RetryConditionHeaderValue? retryAfter = null
    ) =>
        new($"The service answered {(int)status} to {call}. {Remedy(status)}", status, serviceMessage)
        {
            MayPass = status is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError,
            RetryAfter = retryAfter,
        };

    public static ProfileRequestException NotUnderstood(string call, HttpStatusCode status) =>
        new(
            $"The service answered {(int)status} to {call} with something that is not its reply. "
                + "Check the base address and any proxy on the way.",
            status
        );

    private static string Remedy(HttpStatusCode status) =>
        status switch
        {
            // AUTH-1: without a token the service answers 403; 401 is treated alike.
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
                "The account asks for a token, or does not take this one (AUTH-1). Set ProfileClientOptions.TokenSource.",
            HttpStatusCode.BadRequest =>
                "Check the client code (FETCH-2). The service's own words are in ServiceMessage.",
            HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable =>
                "The account's calls of this minute are used up, or the service is overloaded (BULK-5). Call again later.",
            >= HttpStatusCode.InternalServerError => "The service failed. Call again later.",
            _ => "The service's own words are in ServiceMessage.",
        };

    /// <summary>The first words of an answer, as they came.</summary>
    public static async Task<string?> ReadTextAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            Stream body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            var buffer = new byte[MaxBytes];
            int length = await body.ReadAtLeastAsync(buffer, MaxBytes, throwOnEndOfStream: false, cancellationToken)
                .ConfigureAwait(false);
            return Encoding.UTF8.GetString(buffer, 0, length);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            // The status says enough; words that did not arrive are no second error.
            return null;
        }
    }
}
