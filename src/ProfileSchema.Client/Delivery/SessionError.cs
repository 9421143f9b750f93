using System.Net;
using System.Net.Http.Headers;
using ProfileSchema.Client.Http;

namespace ProfileSchema.Client.Delivery;

/// <summary>Says what the Delivery API's refusals mean, and what to do.</summary>
internal static class SessionError
{
    public static ProfileRequestException For(
        HttpStatusCode status,
        string? serviceMessage,
        RetryConditionHeaderValue? retryAfter = null
    ) =>
        new($"The service answered {(int)status} to a session update. {Remedy(status)}", status, serviceMessage)
        {
            IsTransient =
                status
                    is ServiceError.TooManyAtOnce
                        or HttpStatusCode.TooManyRequests
                        or >= HttpStatusCode.InternalServerError,
            RetryAfter = retryAfter,
        };

    private static string Remedy(HttpStatusCode status) =>
        status switch
        {
            ServiceError.TooManyAtOnce =>
                "More than 100 calls of one session were open at once (DELIVERY-5). Give each visitor a session of its own.",
            HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable =>
                "The service is overloaded. Call again later; each attempt may be metered (DELIVERY-4).",
            >= HttpStatusCode.InternalServerError =>
                "The service failed. Call again later; each attempt may be metered (DELIVERY-4).",
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
                "The Delivery API requires no token (DELIVERY-4). Check the client code and any proxy on the way.",
            _ =>
                "Check the client code, the session and the mbox. See ServiceMessage for the error message from the service.",
        };
}
