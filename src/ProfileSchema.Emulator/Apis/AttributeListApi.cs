using Microsoft.AspNetCore.Http;
using ProfileSchema.Emulator.Calls;
using ProfileSchema.Emulator.Replies;

namespace ProfileSchema.Emulator.Apis;

/// <summary>
/// <c>GET /{tenant}/target/profileattributes/mbox</c>, which the service has at another host (ATTR-1). The tenant is the account's
/// client code, and the attributes are those that its profiles have.
/// </summary>
internal sealed class AttributeListApi : IProfileApi
{
    private const string Pattern = "/*/target/profileattributes/mbox";

    public TargetOperation Operation => TargetOperation.ProfileAttributes;

    public string Rule => "ATTR-1";

    public IReadOnlyCollection<string> Methods { get; } = [HttpMethods.Get];

    // AUTH-4: it asks for another token, that of Adobe I/O.
    public bool AsksForToken => false;

    public string? FindClientCode(RequestTarget target) => target.Match(Pattern);

    public RollingLimit? LimitOf(TargetAccount account) => account.BulkCalls; // BULK-5

    public Reply Answer(ReceivedCall call, RequestTarget target, TargetAccount account)
    {
        bool isAuthorized =
            call.Headers.TryGetValue("Authorization", out string? authorization)
            && authorization.StartsWith("Bearer ", StringComparison.Ordinal)
            && call.Headers.ContainsKey("X-Api-Key");
        if (!isAuthorized)
        {
            call.ViolationLog.Refuse(new Refusal("AUTH-2", "The Adobe I/O token or API key is missing."));
            return Refuse(StatusCodes.Status401Unauthorized, "Oauth token or API key is missing.");
        }

        if (account.RequiredToken is { } profileToken && authorization == $"Bearer {profileToken}")
        {
            call.ViolationLog.Report("AUTH-4", "The profile token was sent to Adobe I/O.");
        }

        return JsonResponse.Write(
            StatusCodes.Status200OK,
            json =>
            {
                json.WriteStartArray("mboxProfileAttributes");
                foreach (string name in account.ListAttributeNames())
                {
                    json.WriteStringValue(name);
                }

                json.WriteEndArray();
            }
        );
    }

    public Reply Refuse(int status, string message) => JsonResponse.Problem(status, message);
}
