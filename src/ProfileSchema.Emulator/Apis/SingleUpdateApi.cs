using Microsoft.AspNetCore.Http;
using ProfileSchema.Emulator.Calls;
using ProfileSchema.Emulator.Decoding;
using ProfileSchema.Emulator.Replies;

namespace ProfileSchema.Emulator.Apis;

/// <summary><c>GET|POST /m2/{client}/profile/update</c>.</summary>
internal sealed class SingleUpdateApi(SingleReplyForm form) : IProfileApi
{
    private const string Pattern = "/m2/*/profile/update";

    public TargetOperation Operation => TargetOperation.SingleUpdate;

    public string Rule => "SINGLE-1";

    public IReadOnlyCollection<string> Methods { get; } = [HttpMethods.Get, HttpMethods.Post];

    public int MaxBodyBytes => ServiceLimits.PostBodyBytes;

    public string? FindClientCode(RequestTarget target) => target.Match(Pattern);

    public RollingLimit? LimitOf(TargetAccount account) => account.SingleUpdates;

    public Reply Answer(ReceivedCall call, RequestTarget target, TargetAccount account)
    {
        if (Oversized(call, target) is { } tooLarge)
        {
            return tooLarge;
        }

        bool isPost = call.Method == HttpMethods.Post;
        if (isPost && !call.HasContentType(FormReader.ContentType))
        {
            var wrongType = new Refusal("SINGLE-1", "The content type is not application/x-www-form-urlencoded.");
            return this.Refuse(call, StatusCodes.Status415UnsupportedMediaType, wrongType);
        }

        // Adobe's own example of a POST has its parameters in the query, so both places are read.
        var fields = new List<KeyValuePair<string, string>>();
        var update = new UpdateFields();
        Refusal? refusal = FormReader.Read(target.QueryBytes, fields, call.ViolationLog);
        refusal ??= isPost ? FormReader.Read(call.Body.Span, fields, call.ViolationLog) : null;
        call.Parameters = fields;
        refusal ??= update.Read(fields, call.ViolationLog);
        if (refusal is not null)
        {
            return this.Refuse(call, StatusCodes.Status400BadRequest, refusal);
        }

        account.Update(update.Id, update.Values, call.Number);

        // SINGLE-4: only what the caller knows already is told, so that the reply gives no profile away.
        string pcId = update.Id.Kind == TargetIdKind.PcId ? update.Id.Value : "";
        return Compose(StatusCodes.Status200OK, success: true, pcId, "Request successfully submitted");
    }

    public Reply Refuse(int status, string message) => Compose(status, success: false, pcId: "", message);

    // SINGLE-2
    private Reply? Oversized(ReceivedCall call, RequestTarget target)
    {
        if (call.Method == HttpMethods.Get && target.Length > ServiceLimits.GetTargetBytes)
        {
            var refusal = new Refusal("SINGLE-2", "The request target has more than 8,000 bytes.");
            return this.Refuse(call, StatusCodes.Status414UriTooLong, refusal);
        }

        if (call.BodyLength > ServiceLimits.PostBodyBytes)
        {
            var refusal = new Refusal("SINGLE-2", "The body has more than 60,000 bytes.");
            return this.Refuse(call, StatusCodes.Status413PayloadTooLarge, refusal);
        }

        return null;
    }

    // SINGLE-6
    private Reply Compose(int status, bool success, string pcId, string message)
    {
        string word = success ? "true" : "false";
        return form == SingleReplyForm.Stripped
            ? Reply.Text(status, word + pcId + message)
            : new XmlResponse().Add("success", word).Add("pcId", pcId).Add("message", message).ToReply(status);
    }
}
