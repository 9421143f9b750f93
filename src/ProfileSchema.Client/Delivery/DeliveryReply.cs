using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProfileSchema.Client;

/// <summary>The JSON of the Delivery API, as far as it is used (DELIVERY-5).</summary>
internal sealed class DeliveryReply
{
    public JsonElement Status { get; init; }

    public JsonElement RequestId { get; init; }

    /// <summary>An object of the visitor's ids.</summary>
    public JsonElement Id { get; init; }

    public JsonElement Message { get; init; }

    /// <summary>Whether it is a reply of the API at all, and one that says no other than its status of HTTP.</summary>
    public bool IsSuccess =>
        Id.ValueKind is JsonValueKind.Object
        && (
            Status.ValueKind is not JsonValueKind.Number
            || (Status.TryGetInt32(out int status) && status is >= 200 and < 300)
        );

    /// <summary>Target's id of the visitor, or null if there is none that can be fetched by.</summary>
    public ProfileKey? PcId =>
        Id.ValueKind is JsonValueKind.Object
        && Id.TryGetProperty("tntId", out JsonElement tntId)
        && Text(tntId) is { } id
        && ProfileKeyRules.Check(ProfileKeyKind.PcId, id) is RejectionReason.None
            ? ProfileKey.PcId(id)
            : null;

    public static string? Text(JsonElement element) =>
        element.ValueKind is JsonValueKind.String ? element.GetString() : null;

    /// <summary>Reads a reply, or null if it is no JSON of this kind.</summary>
    public static async Task<DeliveryReply?> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonSerializer
                .DeserializeAsync(body, DeliveryJsonContext.Default.DeliveryReply, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, MaxDepth = 64)]
[JsonSerializable(typeof(DeliveryReply))]
internal sealed partial class DeliveryJsonContext : JsonSerializerContext;
