using System.Text;
using Microsoft.AspNetCore.Http;
using ProfileSchema.Emulator.Decoding;
using ProfileSchema.Emulator.Replies;

namespace ProfileSchema.Emulator.Apis;

/// <summary><c>GET /rest/v1/profiles/…</c>, by any of the three ids (ID-1, ID-2).</summary>
internal sealed class FetchApi(FetchReplyForm form) : IProfileApi
{
    private static readonly (string Pattern, TargetIdKind Kind, string NameInMessages)[] Paths =
    [
        ("/rest/v1/profiles/*", TargetIdKind.PcId, "mboxPC"),
        ("/rest/v1/profiles/thirdPartyId/*", TargetIdKind.ThirdPartyId, "third party id"),
        ("/rest/v1/profiles/marketingCloudVisitorId/*", TargetIdKind.ExperienceCloudId, "marketingCloudVisitorId"),
    ];

    public TargetOperation Operation => TargetOperation.Fetch;

    public string Rule => "FETCH-1";

    public IReadOnlyCollection<string> Methods { get; } = [HttpMethods.Get];

    public bool Matches(RequestTarget target) => Array.Exists(Paths, path => target.Match(path.Pattern) is not null);

    public string? FindClientCode(RequestTarget target) => target.FindParameter("client");

    public Reply Answer(ReceivedCall call, RequestTarget target, TargetAccount account)
    {
        var fields = new List<KeyValuePair<string, string>>();
        FormReader.Read(target.QueryBytes, fields, call.ViolationLog);
        call.Parameters = fields;
        (string pattern, TargetIdKind kind, string name) = Array.Find(
            Paths,
            path => target.Match(path.Pattern) is not null
        );
        DecodedText text = PercentDecoder.Decode(Encoding.Latin1.GetBytes(target.Match(pattern)!), PlusReading.Plus);
        text.Flaws.Report(call.ViolationLog);
        var id = new TargetId(kind, text.Text ?? "");
        if ((text.Flaws.ToRefusal() ?? IdRules.Check(id)) is { } refusal)
        {
            call.ViolationLog.Refuse(refusal);
            return JsonResponse.Problem(StatusCodes.Status400BadRequest, refusal.Message);
        }

        return account.FindProfile(id) is { } profile
            ? FetchedJson.Found(account.ClientCode, id, profile, form)
            : JsonResponse.Problem(
                StatusCodes.Status404NotFound,
                $"No profile found for client {account.ClientCode} with {name}={id.Value}"
            );
    }

    // FETCH-2: a wrong client code was seen to be answered as XML; so is every call that is not let in.
    public Reply Refuse(int status, string message) =>
        new XmlResponse().Add("status", "error").Add("message", message).ToReply(status);
}
