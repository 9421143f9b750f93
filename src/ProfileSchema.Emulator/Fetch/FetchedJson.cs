using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace ProfileSchema.Emulator;

/// <summary>Writes the JSON replies of a fetch.</summary>
internal static class FetchedJson
{
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.fffzzz";

    // FETCH-1
    public static Reply Found(string client, TargetId asked, StoredProfile profile, FetchReplyForm form) =>
        Write(
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

    // FETCH-2
    public static Reply Problem(int status, string message) =>
        Write(
            status,
            json =>
            {
                json.WriteNumber("status", status);
                json.WriteString("message", message);
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

    private static Reply Write(int status, Action<Utf8JsonWriter> writeMembers)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            writeMembers(json);
            json.WriteEndObject();
        }

        return new Reply(status, "application/json;charset=UTF-8", buffer.WrittenMemory);
    }
}
