using System.Net;
using ProfileSchema.Client.Http;
using ProfileSchema.Client.Replies;

namespace ProfileSchema.Client.Bulk;

/// <summary>The call that asks what became of a batch (STATUS-1).</summary>
internal sealed class BatchStatusCall(ClientSettings settings, RequestSender sender)
{
    private const string Call = "a question for a batch's status";

    /// <param name="address">An address that may be asked (STATUS-6), with the details asked for.</param>
    /// <exception cref="ProfileRequestException">The service did not answer, or with something that is no status.</exception>
    public Task<BatchStatus> GetAsync(Uri address, CancellationToken cancellationToken) =>
        SendAsync(address, sender.CreateCall(QuotaKind.Status, sender.Delays.ForBulkCall), cancellationToken);

    /// <summary>Asks once; who follows a batch asks again anyway. A token that is refused is replaced all the same.</summary>
    /// <param name="onWaiting">Called with what the call waits for.</param>
    /// <param name="permitDeadline">Ends that wait.</param>
    public Task<BatchStatus> GetOnceAsync(
        Uri address,
        Action<CallWait>? onWaiting,
        CancellationToken permitDeadline,
        CancellationToken cancellationToken
    ) =>
        SendAsync(
            address,
            new CallState
            {
                Quota = QuotaKind.Status,
                AttemptTimeout = settings.RequestTimeout,
                MaxAttempts = settings.MaxAttempts,
                RetryTimeout = settings.RequestTimeout,
                Pause = static _ => null,
                OnWaiting = onWaiting,
                PermitDeadline = permitDeadline,
            },
            cancellationToken
        );

    private Task<BatchStatus> SendAsync(Uri address, CallState state, CancellationToken cancellationToken) =>
        sender.SendAsync(state, () => new HttpRequestMessage(HttpMethod.Get, address), ReadAsync, cancellationToken);

    private async Task<BatchStatus> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode is HttpStatusCode.NotFound)
        {
            // STATUS-4: not kept any more is a normal outcome.
            return new BatchStatus { State = BatchState.Unknown };
        }

        if (!response.IsSuccessStatusCode)
        {
            throw await ServiceError
                .ReadAsync(response, Call, CarriedBy(response), settings.TimeProvider, cancellationToken)
                .ConfigureAwait(false);
        }

        Stream body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        StatusReply reply = await StatusReplyReader.ReadAsync(body, cancellationToken).ConfigureAwait(false);
        return Judge(reply) ?? throw ServiceError.NotUnderstood(Call, response);
    }

    // HTTP-2: the query of the address.
    private static IEnumerable<string> CarriedBy(HttpResponseMessage response) =>
        response
            .RequestMessage!.RequestUri!.Query.Split('&')
            .Select(pair => Uri.UnescapeDataString(pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..]));

    private static BatchStatus? Judge(StatusReply reply)
    {
        if (reply.Status is null)
        {
            return reply.Rows is null ? null : Judge(reply.Rows, reply);
        }

        BatchState state = StateOf(reply.Status);
        return new BatchStatus
        {
            State = state,
            IsWordUnknown = state is BatchState.Unknown,
            BatchId = reply.BatchId,
            BatchSize = reply.BatchSize,
            Consumed = reply.ConsumedCount,
            Updated = reply.SuccessfulUpdates,
            NotFound = reply.ProfilesNotFound,
            Failed = reply.FailedUpdates,
            IsTruncated = reply.IsTruncated,
        };
    }

    // STATUS-2: the older form lists the profiles and says nothing of the whole. A list that broke off is not the whole;
    // rows whose word is not known count for neither side so their outcome stays unknown.
    private static BatchStatus Judge(StatusRows rows, StatusReply reply) =>
        new()
        {
            State = rows.Pending > 0 || reply.IsTruncated ? BatchState.Incomplete : BatchState.Complete,
            BatchId = reply.BatchId,
            BatchSize = reply.BatchSize ?? rows.Total,
            Updated = rows.Succeeded,
            Failed = rows.Failed,
        };

    private static BatchState StateOf(string status) =>
        status.Trim().ToLowerInvariant() switch
        {
            "complete" => BatchState.Complete,
            "incomplete" => BatchState.Incomplete,
            "stuck" => BatchState.Stuck,
            _ => BatchState.Unknown,
        };
}
