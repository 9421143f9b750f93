using Microsoft.AspNetCore.Http;
using ProfileSchema.Emulator.Batches;
using ProfileSchema.Emulator.Calls;
using ProfileSchema.Emulator.Decoding;
using ProfileSchema.Emulator.Faults;
using ProfileSchema.Emulator.Replies;

namespace ProfileSchema.Emulator.Apis;

/// <summary><c>POST /m2/{client}/profile/batchUpdate</c> and <c>/m2/{client}/v2/profile/batchUpdate</c>.</summary>
internal sealed class BulkUpdateApi(TargetEmulatorOptions options) : IProfileApi
{
    private const string V1Pattern = "/m2/*/profile/batchUpdate";
    private const string V2Pattern = "/m2/*/v2/profile/batchUpdate";
    private const string EdgeHost = "http://mboxedge19.tt.omtrdc.net";

    /// <summary>The element of the reply that contains the status URL (BULK-3).</summary>
    private const string StatusUrlElement = "batchStatus";

    public TargetOperation Operation => TargetOperation.BulkUpdate;

    public string Rule => "BULK-1";

    public IReadOnlyCollection<string> Methods { get; } = [HttpMethods.Post];

    public int MaxBodyBytes => ServiceLimits.BatchBytes;

    public string? FindClientCode(RequestTarget target) => target.Match(V1Pattern) ?? target.Match(V2Pattern);

    public RollingLimit? LimitOf(TargetAccount account) => account.BulkCalls;

    public Reply Answer(ReceivedCall call, RequestTarget target, TargetAccount account)
    {
        if (!call.HasContentType(FormReader.ContentType))
        {
            var wrongType = new Refusal("BULK-2", "The content type is not application/x-www-form-urlencoded.");
            return this.Refuse(call, StatusCodes.Status415UnsupportedMediaType, wrongType);
        }

        if (call.BodyLength > ServiceLimits.BatchBytes)
        {
            var tooLarge = new Refusal("BATCH-4", "The batch has more than 50,000,000 bytes.");
            return this.Refuse(call, StatusCodes.Status413PayloadTooLarge, tooLarge);
        }

        // BULK-3: the reply to an invalid file is 200 with success=false.
        if (BatchContent.Read(call.Body, call.ViolationLog, out BatchContent? file) is { } refusal)
        {
            return this.Refuse(call, StatusCodes.Status200OK, refusal);
        }

        int version = target.Match(V2Pattern) is null ? 1 : 2;
        var settings = new BatchFaultSettings(options);
        if (call.PlannedFault.ApplyTo(settings))
        {
            call.Fault = call.PlannedFault;
        }

        Batch batch = account.Accept(file!, version, call, settings);
        call.Batch = new UploadedBatch(batch.Id, file!.RowCount, file.Header.Names);
        string path = target.Path.Replace("batchUpdate", "batchStatus", StringComparison.Ordinal);

        XmlResponse reply = new XmlResponse().Add("success", "true");
        AddStatusUrl(reply, settings, $"http://{call.Headers["Host"]}", $"{path}?{batch.StatusQuery}");
        return reply.Add("message", "Batch submitted for processing").ToReply(StatusCodes.Status200OK);
    }

    public Reply Refuse(int status, string message) =>
        new XmlResponse().Add("success", "false").Add(StatusUrlElement, "").Add("message", message).ToReply(status);

    private static void AddStatusUrl(XmlResponse reply, BatchFaultSettings settings, string origin, string pathAndQuery)
    {
        string? edge = settings.StatusUrlForm == StatusUrlForm.EdgeHost ? EdgeHost : null;
        string url = (settings.StatusOrigin ?? edge ?? origin) + pathAndQuery;
        switch (settings)
        {
            case { StatusUrlOmission: StatusUrlOmission.Element }:
                break;
            case { StatusUrlOmission: StatusUrlOmission.Url }:
                reply.Add(StatusUrlElement, "");
                break;
            case { StatusUrlForm: StatusUrlForm.Escaped }:
                reply.Add(StatusUrlElement, url);
                break;
            default:
                // BULK-4: the service leaves the & in its URL as it is.
                reply.AddUnescaped(StatusUrlElement, url);
                break;
        }
    }
}
