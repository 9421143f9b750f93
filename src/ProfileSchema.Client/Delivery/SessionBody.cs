using System.Buffers;
using System.Text.Json;

namespace ProfileSchema.Client.Delivery;

/// <summary>The body of a session update: one mbox, with the parameters that the contract wrote (DELIVERY-1).</summary>
internal static class SessionBody
{
    /// <summary>Writes the body, or null if the profile has no value.</summary>
    /// <exception cref="ProfileValidationException">The profile breaks a rule.</exception>
    public static ReadOnlyMemory<byte>? Write<T>(
        T profile,
        ProfileContract<T> contract,
        DeliverySession session,
        bool isBeacon,
        out string key
    )
    {
        var parameters = new ArrayBufferWriter<byte>();
        if (!ProfileSerializer.WriteSessionParameters(parameters, profile, contract, out key))
        {
            return null;
        }

        var body = new ArrayBufferWriter<byte>(parameters.WrittenCount + 512);
        using var json = new Utf8JsonWriter(body);
        json.WriteStartObject();
        json.WriteStartObject("id");
        json.WriteString(contract.KeyKind is ProfileKeyKind.ThirdPartyId ? "thirdPartyId" : "tntId", key);
        json.WriteEndObject();
        json.WriteStartObject("context");
        json.WriteString("channel", session.Channel is DeliveryChannel.Mobile ? "mobile" : "web");
        if (isBeacon)
        {
            json.WriteBoolean("beacon", true);
        }

        json.WriteEndObject();
        json.WriteStartObject("execute");
        json.WriteStartArray("mboxes");
        json.WriteStartObject();
        json.WriteNumber("index", 1);
        json.WriteString("name", session.Mbox);
        json.WritePropertyName("profileParameters");
        json.WriteRawValue(parameters.WrittenSpan, skipInputValidation: true);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return body.WrittenMemory;
    }

    /// <summary>The id and the values of a body, read when they are looked for.</summary>
    public static IEnumerable<string> ValuesOf(ReadOnlyMemory<byte> body)
    {
        using JsonDocument document = JsonDocument.Parse(body);
        JsonElement root = document.RootElement;
        JsonElement parameters = root.GetProperty("execute").GetProperty("mboxes")[0].GetProperty("profileParameters");
        foreach (JsonProperty carried in root.GetProperty("id").EnumerateObject().Concat(parameters.EnumerateObject()))
        {
            yield return carried.Value.GetString() ?? "";
        }
    }
}
