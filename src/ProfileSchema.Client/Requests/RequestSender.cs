using System.Net;
using System.Net.Http.Headers;

namespace ProfileSchema.Client;

/// <summary>Sends one request as every call of the client is sent: with the token, without redirects, within its time.</summary>
internal sealed class RequestSender(ClientSettings settings, HttpClient http)
{
    /// <summary>Sends a request and reads its answer.</summary>
    /// <param name="timeout">How long both may take together.</param>
    /// <param name="read">Reads an answer that is no redirect, whatever its status.</param>
    /// <exception cref="ProfileRequestException">No answer came, it broke off, or a redirect was followed or asked for.</exception>
    public async Task<TReply> SendAsync<TReply>(
        HttpRequestMessage request,
        TimeSpan timeout,
        Func<HttpResponseMessage, CancellationToken, Task<TReply>> read,
        CancellationToken cancellationToken
    )
    {
        using var timer = new CancellationTokenSource(timeout, settings.TimeProvider);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        Uri address = request.RequestUri!;
        try
        {
            await AuthorizeAsync(request, linked.Token).ConfigureAwait(false);
            using HttpResponseMessage response = await http.SendAsync(
                    request,
                    HttpCompletionOption.ResponseHeadersRead,
                    linked.Token
                )
                .ConfigureAwait(false);
            RequireNoRedirect(response, address);
            return await read(response, linked.Token).ConfigureAwait(false);
        }
        catch (HttpRequestException exception)
        {
            // Not as the inner exception: its message may hold the address, and with it an id (HTTP-2).
            throw new ProfileRequestException(
                $"The service at {address.Host} did not answer ({exception.HttpRequestError}). Check the network and the base address."
            );
        }
        catch (IOException)
        {
            throw new ProfileRequestException($"The connection to {address.Host} broke while the answer was read.");
        }
        catch (ReplyTooLargeException exception)
        {
            throw new ProfileRequestException(exception.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ProfileRequestException(
                FormattableString.Invariant(
                    $"The service at {address.Host} did not answer within {timeout.TotalSeconds:0} seconds."
                )
            );
        }
    }

    private async ValueTask AuthorizeAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (settings.TokenSource is null)
        {
            return;
        }

        string token = await settings.TokenSource.GetTokenAsync(cancellationToken).ConfigureAwait(false);
        BearerToken.Require(token);

        // On the message, not on the HttpClient: whatever else the caller's client sends does not carry it (AUTH-4).
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    // HTTP-1. The client's own handler follows no redirect; a handler that the caller brought may have done so.
    private static void RequireNoRedirect(HttpResponseMessage response, Uri address)
    {
        Uri? answered = response.RequestMessage?.RequestUri;
        if (answered is not null && answered != address)
        {
            throw new ProfileRequestException(
                "A redirect was followed, which may have sent a customer's data elsewhere (HTTP-1). "
                    + "Set AllowAutoRedirect = false on the handler of the HttpClient."
            );
        }

        if ((int)response.StatusCode is >= 300 and < 400)
        {
            HttpStatusCode status = response.StatusCode;
            throw new ProfileRequestException(
                $"The service at {address.Host} answered with a redirect, {(int)status}, which is not followed (HTTP-1). "
                    + "Check the base address and any proxy on the way.",
                status
            );
        }
    }
}
