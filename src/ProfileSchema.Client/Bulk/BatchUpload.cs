using System.Net;

namespace ProfileSchema.Client;

/// <summary>What the service answered to an upload.</summary>
/// <param name="Outcome">Whether it took the file.</param>
/// <param name="StatusUrl">Where the status can be asked, as the service wrote it; not to be trusted (STATUS-6).</param>
/// <param name="ServiceMessage">Its own words, not cleaned.</param>
/// <param name="StatusCode">The status of the answer, or null if there was none.</param>
internal sealed record BatchUploadReply(
    BatchOutcome Outcome,
    string? StatusUrl = null,
    string? ServiceMessage = null,
    HttpStatusCode? StatusCode = null
);

/// <summary>The call that sends a batch file (BULK-1).</summary>
internal sealed class BatchUpload(ClientSettings settings, RequestSender sender)
{
    private static readonly TimeSpan BaseCeiling = TimeSpan.FromMinutes(5);
    private const double SlowestBytesPerSecond = 16 * 1024;

    /// <exception cref="OperationCanceledException">It is open whether the service took the file.</exception>
    public async Task<BatchUploadReply> SendAsync(
        BatchFile file,
        BatchApiVersion version,
        CancellationToken cancellationToken
    )
    {
        string path = version is BatchApiVersion.V1 ? "profile/batchUpdate" : "v2/profile/batchUpdate";
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri(settings.BaseAddress, $"/m2/{settings.ClientCode}/{path}")
        )
        {
            Content = new BatchFileContent(file),
        };

        // BULK-9: the ceiling grows with the size, so that a slow line is no failure.
        TimeSpan ceiling = BaseCeiling + TimeSpan.FromSeconds(file.Length / SlowestBytesPerSecond);
        try
        {
            return await sender.SendAsync(request, ceiling, ReadAsync, cancellationToken).ConfigureAwait(false);
        }
        catch (ProfileRequestException exception)
        {
            // A redirect is an answer, though not one that takes the file; without any the file's fate is open (BULK-7).
            BatchOutcome outcome = exception.StatusCode is null ? BatchOutcome.Unconfirmed : BatchOutcome.Refused;
            return new BatchUploadReply(outcome, ServiceMessage: exception.Message, StatusCode: exception.StatusCode);
        }
    }

    private static async Task<BatchUploadReply> ReadAsync(
        HttpResponseMessage response,
        CancellationToken cancellationToken
    )
    {
        HttpStatusCode status = response.StatusCode;
        if (!response.IsSuccessStatusCode)
        {
            ProfileRequestException error = await ServiceError
                .ReadAsync(response, "a batch", [], cancellationToken)
                .ConfigureAwait(false);
            return new BatchUploadReply(OutcomeOf(status), ServiceMessage: error.ServiceMessage, StatusCode: status);
        }

        Stream body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        BulkReply reply = await BulkReplyReader.ReadAsync(body, cancellationToken).ConfigureAwait(false);
        BatchOutcome outcome = reply.Success switch
        {
            true => BatchOutcome.Accepted,
            false => BatchOutcome.Refused,
            null => BatchOutcome.Unconfirmed,
        };
        return new BatchUploadReply(outcome, reply.BatchStatus, reply.Message, status);
    }

    // 503 says that the call was one too many (BULK-5). Of other failures of a server, or of a gateway before it, nobody
    // knows at which moment they came.
    private static BatchOutcome OutcomeOf(HttpStatusCode status) =>
        status >= HttpStatusCode.InternalServerError && status is not HttpStatusCode.ServiceUnavailable
            ? BatchOutcome.Unconfirmed
            : BatchOutcome.Refused;
}
