using Microsoft.AspNetCore.Http;
using ProfileSchema.Emulator.Calls;
using ProfileSchema.Emulator.Decoding;
using ProfileSchema.Emulator.Replies;

namespace ProfileSchema.Emulator.Apis;

/// <summary><c>POST /rest/v1/delivery</c>.</summary>
internal sealed class DeliveryApi : IProfileApi
{
    private const int TooManyAtOnce = 420;

    public TargetOperation Operation => TargetOperation.Delivery;

    public string Rule => "DELIVERY-1";

    public IReadOnlyCollection<string> Methods { get; } = [HttpMethods.Post];

    public int MaxBodyBytes => ServiceLimits.DeliveryBodyBytes;

    // DELIVERY-4
    public bool AsksForToken => false;

    public bool Matches(RequestTarget target) => target.Path == "/rest/v1/delivery";

    public string? FindClientCode(RequestTarget target) => target.FindParameter("client");

    public (int Status, Refusal Refusal)? Enter(ReceivedCall call, RequestTarget target, TargetAccount account)
    {
        string? session = target.FindParameter("sessionId");
        if (CheckSessionId(session) is { } refusal)
        {
            return (StatusCodes.Status400BadRequest, refusal);
        }

        call.Held = account.Sessions.TryEnter(session!);
        return call.Held is null
            ? (TooManyAtOnce, new Refusal("DELIVERY-5", "More than 100 calls of one session are open at once."))
            : null;
    }

    public Reply Answer(ReceivedCall call, RequestTarget target, TargetAccount account)
    {
        if (call.BodyLength > MaxBodyBytes)
        {
            var tooLarge = new Refusal("DELIVERY-2", "The body is larger than a call within the limits.");
            return this.Refuse(call, StatusCodes.Status413PayloadTooLarge, tooLarge);
        }

        if (!call.HasContentType("application/json"))
        {
            var wrongType = new Refusal("DELIVERY-1", "The content type is not application/json.");
            return this.Refuse(call, StatusCodes.Status415UnsupportedMediaType, wrongType);
        }

        var fields = new List<KeyValuePair<string, string>>();
        FormReader.Read(target.QueryBytes, fields, call.ViolationLog);
        var request = new DeliveryRequest();
        Refusal? refusal = request.Read(call.Body, call.ViolationLog);
        call.Parameters = [.. request.Ids, .. request.Values, .. fields];
        if (refusal is not null)
        {
            return this.Refuse(call, StatusCodes.Status400BadRequest, refusal);
        }

        StoredProfile profile = account.Update(request.PcId, request.ThirdPartyId, request.Values, call.Number);
        if (!account.Sessions.TryBindVisitor(target.FindParameter("sessionId")!, profile.PcId))
        {
            call.ViolationLog.Report("DELIVERY-3", "One session has two visitors; the results are unpredictable.");
        }

        return request.IsBeacon
            ? new Reply(StatusCodes.Status204NoContent, "", default)
            : DeliveredJson.Done(account.ClientCode, call.Number, profile, request);
    }

    public Reply Refuse(int status, string message) => JsonResponse.Problem(status, message);

    // DELIVERY-3
    private static Refusal? CheckSessionId(string? id)
    {
        if (string.IsNullOrEmpty(id))
        {
            return new Refusal("DELIVERY-3", "The call has no session ID.");
        }

        if (id.Length > ServiceLimits.SessionIdLength)
        {
            return new Refusal("DELIVERY-3", "The session ID has more than 128 characters.");
        }

        return id.All(c => c is > ' ' and <= '~' and not ('?' or '{' or '}' or '/'))
            ? null
            : new Refusal(
                "DELIVERY-3",
                "The session ID contains a character that isn't printable, or a space, ?, {, }, or /."
            );
    }
}
