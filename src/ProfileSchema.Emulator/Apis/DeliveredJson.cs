using System.Globalization;
using Microsoft.AspNetCore.Http;
using ProfileSchema.Emulator.Replies;

namespace ProfileSchema.Emulator.Apis;

/// <summary>Writes the reply to a Delivery call (DELIVERY-5). No activity runs here, so that nothing is delivered.</summary>
internal static class DeliveredJson
{
    public static Reply Done(string client, long call, StoredProfile profile, DeliveryRequest request) =>
        JsonResponse.Write(
            StatusCodes.Status200OK,
            json =>
            {
                json.WriteNumber("status", StatusCodes.Status200OK);
                json.WriteString(
                    "requestId",
                    string.Create(CultureInfo.InvariantCulture, $"00000000-0000-0000-0000-{call:x12}")
                );
                json.WriteString("client", client);
                json.WriteStartObject("id");
                json.WriteString("tntId", profile.PcId);
                if (profile.ThirdPartyId is { } thirdPartyId)
                {
                    json.WriteString("thirdPartyId", thirdPartyId);
                }

                json.WriteEndObject();
                json.WriteString("edgeHost", "mboxedge28.tt.omtrdc.net");
                json.WriteStartObject("execute");
                if (request.HasPageLoad)
                {
                    json.WriteStartObject("pageLoad");
                    json.WriteEndObject();
                }

                json.WriteStartArray("mboxes");
                foreach (DeliveryMbox mbox in request.Mboxes)
                {
                    json.WriteStartObject();
                    json.WriteNumber("index", mbox.Index);
                    json.WriteString("name", mbox.Name);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }
        );
}
