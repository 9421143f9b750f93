using System.Globalization;
using Microsoft.AspNetCore.Http;
using ProfileSchema.Emulator.Batches;
using ProfileSchema.Emulator.Calls;
using ProfileSchema.Emulator.Decoding;
using ProfileSchema.Emulator.Replies;

namespace ProfileSchema.Emulator.Apis;

/// <summary><c>GET /m2/{client}/profile/batchStatus</c> and <c>/m2/{client}/v2/profile/batchStatus</c>.</summary>
internal sealed class BatchStatusApi : IProfileApi
{
    private const string V1Pattern = "/m2/*/profile/batchStatus";
    private const string V2Pattern = "/m2/*/v2/profile/batchStatus";
    private const string Details = "&showDetails=true";

    public TargetOperation Operation => TargetOperation.BatchStatus;

    public string Rule => "STATUS-1";

    public IReadOnlyCollection<string> Methods { get; } = [HttpMethods.Get];

    public string? FindClientCode(RequestTarget target) => target.Match(V1Pattern) ?? target.Match(V2Pattern);

    // BULK-5: [U] whether status calls count; they do here, as a client must expect it.
    public RollingLimit? LimitOf(TargetAccount account) => account.BulkCalls;

    public Reply Answer(ReceivedCall call, RequestTarget target, TargetAccount account)
    {
        var fields = new List<KeyValuePair<string, string>>();
        if (FormReader.Read(target.QueryBytes, fields, call.ViolationLog) is { } refusal)
        {
            return this.Refuse(call, StatusCodes.Status400BadRequest, refusal);
        }

        call.Parameters = fields;
        string? id = fields.Find(field => field.Key == "batchId").Value;
        ReceivedBatch? batch = id is null ? null : account.FindStatus(id);
        if (batch is null)
        {
            // STATUS-4: a normal outcome, so it is no violation.
            return Refuse(StatusCodes.Status404NotFound, "The status of this batch is not available.");
        }

        if (call.RawQuery != batch.StatusQuery && call.RawQuery != batch.StatusQuery + Details)
        {
            call.ViolationLog.Report("STATUS-1", "The status URL differs from the one in the reply to the upload.");
        }

        if (batch.RowStatuses is { } rows)
        {
            return Compose(rows);
        }

        bool withDetails = fields.Exists(field => field is { Key: "showDetails", Value: "true" });
        return Compose(batch, withDetails);
    }

    public Reply Refuse(int status, string message) =>
        new XmlResponse().Add("success", "false").Add("message", message).ToReply(status);

    // STATUS-2, STATUS-3
    private static Reply Compose(ReceivedBatch batch, bool withDetails)
    {
        XmlResponse reply = new XmlResponse()
            .Add("batchId", batch.Id)
            .Add("status", StateOf(batch))
            .Add("batchSize", Text(batch.BatchSize));
        if (withDetails)
        {
            reply
                .Add("consumedCount", Text(batch.ConsumedCount))
                .Add("successfulUpdates", Text(batch.SuccessfulUpdates))
                .Add("profilesNotFound", Text(batch.ProfilesNotFound))
                .Add("failedUpdates", Text(batch.FailedUpdates));
        }

        return reply.ToReply(StatusCodes.Status200OK);
    }

    // STATUS-2: the older form.
    private static Reply Compose(IReadOnlyList<RowStatus> rows)
    {
        var reply = new XmlResponse();
        foreach (RowStatus row in rows)
        {
            reply.Open("profile").Add("id", row.Id).Add("status", row.Status).Close("profile");
        }

        return reply.ToReply(StatusCodes.Status200OK);
    }

    private static string StateOf(ReceivedBatch batch) =>
        batch switch
        {
            { IsStuck: true } => "stuck",
            { IsComplete: true } => "complete",
            _ => "incomplete",
        };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
