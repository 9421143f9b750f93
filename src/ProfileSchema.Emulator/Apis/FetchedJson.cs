using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using ProfileSchema.Emulator.Replies;

namespace ProfileSchema.Emulator.Apis;

/// <summary>Writes the JSON replies of a fetch.</summary>
internal static class FetchedJson
{
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.fffzzz";

    // FETCH-1
    public static Reply Found(string client, TargetId asked, StoredProfile profile, FetchReplyForm form) =>
        JsonResponse.Write(
            StatusCodes.Status200OK,
            json =>
            {
                json.WriteString("client", client);
                WriteVisitor(json, asked, profile, form);
                json.WriteString("modifiedAt", Format(profile.ModifiedAt));
                json.WriteStartObject("profileAttributes");
                foreach ((string name, StoredValue attribute) in profile.Attributes)
                {
                    json.WriteStartObject(name);
                    json.WriteString("value", attribute.Value);
                    json.WriteString("modifiedAt", Format(attribute.ModifiedAt));
                    json.WriteEndObject();
                }

                json.WriteEndObject();
            }
        );

    private static void WriteVisitor(Utf8JsonWriter json, TargetId asked, StoredProfile profile, FetchReplyForm form)
    {
        switch (form)
        {
            case FetchReplyForm.AskedId:
                json.WriteString("visitorId", asked.Value);
                break;
            case FetchReplyForm.Older:
                json.WriteString("mboxPC", profile.PcId);
                WriteIfPresent(json, "thirdPartyId", profile.ThirdPartyId);
                break;
            default:
                json.WriteStartObject("visitorId");
                json.WriteString("tntId", profile.PcId);
                WriteIfPresent(json, "thirdPartyId", profile.ThirdPartyId);
                WriteIfPresent(json, "marketingCloudVisitorId", profile.ExperienceCloudId);
                json.WriteEndObject();
                break;
        }
    }

    private static void WriteIfPresent(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static string Format(DateTimeOffset instant) =>
        instant.ToString(InstantFormat, CultureInfo.InvariantCulture);
}
