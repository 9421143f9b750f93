using System.Net;

namespace ProfileSchema.Client.Http;

/// <summary>
/// Sees to it that what was meant for one address stays there (HTTP-1). The client's own handler follows no redirect; a handler that
/// the caller brought may have done so.
/// </summary>
internal static class NoRedirect
{
    /// <exception cref="ProfileRequestException">A redirect was followed or asked for.</exception>
    public static void Require(HttpResponseMessage response, Uri address)
    {
        Uri? answered = response.RequestMessage?.RequestUri;
        if (answered is not null && answered != address)
        {
            throw new ProfileRequestException(
                $"A redirect was followed, which may have sent what was meant for {address.Host} elsewhere (HTTP-1). "
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
