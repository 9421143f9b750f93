using System.Text.Json;
using System.Text.Json.Serialization;
using ProfileSchema.Client.Replies;

namespace ProfileSchema.Client.Delivery;

/// <summary>What the Delivery API answered, as far as it is used (DELIVERY-5).</summary>
internal sealed class DeliveryReply
{
    /// <exception cref="JsonException">A text is not UTF-8.</exception>
    private DeliveryReply(DeliveryReplyJson json)
    {
        IsSuccess = IsSuccessOf(json);
        PcId = PcIdOf(json.Id);
        RequestId = JsonText.Of(json.RequestId);
        Message = JsonText.Of(json.Message);
    }

    /// <summary>Whether it is a reply of the API at all, and one that says no other than its status of HTTP.</summary>
    public bool IsSuccess { get; }

    /// <summary>Target's id of the visitor, or null if there is none that can be fetched by.</summary>
    public ProfileKey? PcId { get; }

    /// <summary>The service's own name for the call, if it gave one.</summary>
    public string? RequestId { get; }

    /// <summary>The error message from the service, if it gave one.</summary>
    public string? Message { get; }

    /// <summary>Reads a reply, or null if it is not JSON of this kind.</summary>
    public static Task<DeliveryReply?> ReadAsync(Stream body, CancellationToken cancellationToken) =>
        JsonReply.ReadAsync(
            body,
            DeliveryJsonContext.Default.DeliveryReplyJson,
            static json => new DeliveryReply(json),
            cancellationToken
        );

    private static bool IsSuccessOf(DeliveryReplyJson json) =>
        json.Id.ValueKind is JsonValueKind.Object
        && (
            json.Status.ValueKind is not JsonValueKind.Number
            || (json.Status.TryGetInt32(out int status) && status is >= 200 and < 300)
        );

    private static ProfileKey? PcIdOf(JsonElement ids) =>
        ids.ValueKind is JsonValueKind.Object && ids.TryGetProperty("tntId", out JsonElement tntId)
            ? ProfileKey.FromReply(JsonText.Of(tntId))
            : null;
}

/// <summary>The JSON of a reply.</summary>
internal sealed class DeliveryReplyJson
{
    public JsonElement Status { get; init; }

    public JsonElement RequestId { get; init; }

    /// <summary>An object of the visitor's ids.</summary>
    public JsonElement Id { get; init; }

    public JsonElement Message { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, MaxDepth = 64)]
[JsonSerializable(typeof(DeliveryReplyJson))]
internal sealed partial class DeliveryJsonContext : JsonSerializerContext;
