using ProfileSchema.Client.Replies;

namespace ProfileSchema.Client.Http;

/// <summary>One request and its answer: whatever keeps an answer from being had is one kind of exception.</summary>
internal static class HttpExchange
{
    /// <summary>Sends a request and reads its answer.</summary>
    /// <param name="read">Reads an answer that is no redirect, whatever its status.</param>
    /// <exception cref="ProfileRequestException">No answer came, it could not be read, or a redirect was followed or asked for.</exception>
    public static async Task<TReply> SendAsync<TReply>(
        HttpClient http,
        HttpRequestMessage request,
        Func<HttpResponseMessage, CancellationToken, Task<TReply>> read,
        CancellationToken cancellationToken
    )
    {
        Uri address = request.RequestUri!;
        bool isReading = false;
        try
        {
            using HttpResponseMessage response = await http.SendAsync(
                    request,
                    HttpCompletionOption.ResponseHeadersRead,
                    cancellationToken
                )
                .ConfigureAwait(false);
            NoRedirect.Require(response, address);
            response.RequestMessage ??= request;
            isReading = true;
            return await read(response, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException exception)
        {
            // Not as the inner exception: its message may hold the address, and with it an id (HTTP-2).
            throw ConnectionError.Failed(address, exception);
        }
        catch (OperationCanceledException exception)
            when (ConnectionError.IsCutOff(exception) && !cancellationToken.IsCancellationRequested)
        {
            throw ConnectionError.CutOff(address, exception);
        }
        catch (ReplyTooLargeException exception)
        {
            throw new ProfileRequestException(exception.Message);
        }
        catch (Exception exception)
            when (exception is IOException || (isReading && ConnectionError.IsUnreadable(exception)))
        {
            throw ConnectionError.Unreadable(address);
        }
    }
}
