using System.Net;
using System.Net.Http.Headers;
using ProfileSchema.Client.Http;
using ProfileSchema.Client.Telemetry;

namespace ProfileSchema.Client.Delivery;

/// <summary>The call that passes a profile's parameters in a visitor's session (DELIVERY-1).</summary>
internal sealed class SessionUpdate(ClientSettings settings, RequestSender sender)
{
    private const string Call = "a session update";

    public async Task<SessionUpdateResult> SendAsync<T>(
        T profile,
        ProfileContract<T> contract,
        DeliverySession session,
        SessionUpdateOptions? options,
        CancellationToken cancellationToken
    )
    {
        options = (options ?? new SessionUpdateOptions()).ToValidated();
        if (SessionBody.Write(profile, contract, session, options.IsBeacon, out string key) is not { } body)
        {
            return new SessionUpdateResult();
        }

        if (!session.TryBindVisitor(contract.KeyKind, key))
        {
            throw new ArgumentException(
                "The session was already used for another visitor, and Target would mix the profile changes of both (DELIVERY-3). Create "
                    + "a session for each visitor with DeliverySession.Start, or use the visitor's own session id.",
                nameof(session)
            );
        }

        Uri address = settings.ExactAddress(
            $"/rest/v1/delivery?client={settings.ClientCode}&sessionId={Uri.EscapeDataString(session.Id)}"
        );
        return await sender
            .SendAsync(
                CallOf(options),
                () => Post(address, body),
                (response, ct) => ReadMeasuredAsync(response, [session.Id, .. SessionBody.ValuesOf(body)], ct),
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    // DELIVERY-4: metered, so no attempt but those that the caller asks for; no quota of the Profile APIs, and no token.
    private CallState CallOf(SessionUpdateOptions options) =>
        new()
        {
            IsAnonymous = true,
            AttemptTimeout = settings.RequestTimeout,
            MaxAttempts = options.MaxAttempts,
            RetryTimeout = settings.RequestTimeout,
            Pause = sender.Delays.ForCall,
        };

    private static HttpRequestMessage Post(Uri address, ReadOnlyMemory<byte> body) =>
        new(HttpMethod.Post, address)
        {
            Content = new ReadOnlyMemoryContent(body)
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
            },
            Headers = { Accept = { new MediaTypeWithQualityHeaderValue("application/json") } },
        };

    private async Task<SessionUpdateResult> ReadMeasuredAsync(
        HttpResponseMessage response,
        IEnumerable<string> carried,
        CancellationToken cancellationToken
    )
    {
        ClientTelemetry.CountSessionCall(response.StatusCode);
        return await ReadAsync(response, carried, cancellationToken).ConfigureAwait(false);
    }

    private async Task<SessionUpdateResult> ReadAsync(
        HttpResponseMessage response,
        IEnumerable<string> carried,
        CancellationToken cancellationToken
    )
    {
        if (response.StatusCode is HttpStatusCode.NoContent)
        {
            return new SessionUpdateResult { IsSent = true };
        }

        if (!response.IsSuccessStatusCode)
        {
            string? text = await ServiceError
                .ReadTextAsync(response, settings.TimeProvider, cancellationToken)
                .ConfigureAwait(false);
            throw Declined(
                response.StatusCode,
                ServiceText.Clean(text, response, carried),
                response.Headers.RetryAfter
            );
        }

        Stream body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        DeliveryReply? reply = await DeliveryReply.ReadAsync(body, cancellationToken).ConfigureAwait(false);
        if (reply?.IsSuccess is not true)
        {
            throw reply?.Message is { } message
                ? Declined(response.StatusCode, ServiceText.Clean(message, response, carried))
                : ServiceError.NotUnderstood(Call, response);
        }

        // Whole: a short id stands in it by chance, and with holes it would be of no use to Adobe's support.
        return new SessionUpdateResult
        {
            IsSent = true,
            PcId = reply.PcId,
            RequestId = ServiceText.Clean(reply.RequestId, response, carried: []),
        };
    }

    private static ProfileRequestException Declined(
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
