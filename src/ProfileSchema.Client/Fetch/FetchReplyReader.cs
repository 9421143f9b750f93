using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using ProfileSchema.Client.Replies;

namespace ProfileSchema.Client.Fetch;

/// <summary>Makes a profile of the JSON of a fetch.</summary>
internal static class FetchReplyReader
{
    /// <summary>Reads a reply, or null if it is not JSON of this kind.</summary>
    public static Task<FetchReply?> ReadAsync(Stream body, CancellationToken cancellationToken) =>
        JsonReply.ReadAsync(body, FetchJsonContext.Default.FetchReply, static reply => reply, cancellationToken);

    /// <summary>The profile in a reply, or null if it holds texts that are none.</summary>
    public static FetchedProfile? ToProfile(FetchReply reply)
    {
        try
        {
            return Make(reply);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static FetchedProfile Make(FetchReply reply)
    {
        var attributes = new Dictionary<string, FetchedValue>(StringComparer.Ordinal);
        foreach ((string name, FetchReplyAttribute? attribute) in reply.ProfileAttributes ?? [])
        {
            attributes[name] = new FetchedValue
            {
                Value = Text(attribute?.Value),
                ModifiedAt = Time(attribute?.ModifiedAt),
            };
        }

        return new FetchedProfile
        {
            Client = reply.Client,
            PcId = VisitorId(reply, "tntId") ?? reply.MboxPC,
            ThirdPartyId = VisitorId(reply, "thirdPartyId") ?? reply.ThirdPartyId,
            ExperienceCloudId = VisitorId(reply, "marketingCloudVisitorId"),
            ModifiedAt = Time(reply.ModifiedAt),
            Attributes = attributes,
        };
    }

    private static string? VisitorId(FetchReply reply, string name) =>
        reply.VisitorId.ValueKind is JsonValueKind.Object && reply.VisitorId.TryGetProperty(name, out JsonElement id)
            ? Text(id)
            : null;

    // VALUE-1: a value is a string; should the service write a bare number, its digits are the value.
    private static string? Text(JsonElement? element) =>
        element?.ValueKind switch
        {
            null or JsonValueKind.Undefined or JsonValueKind.Null => null,
            JsonValueKind.String => JsonText.Of(element.Value),
            _ => JsonText.Raw(element.Value),
        };

    // ISO 8601, or, as instants elsewhere (VALUE-7), milliseconds since the Unix epoch.
    private static DateTimeOffset? Time(JsonElement? element)
    {
        string? text = Text(element);
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long milliseconds))
        {
            long latest = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();
            return milliseconds <= latest ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
        }

        return DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out DateTimeOffset time
        )
            ? time
            : null;
    }
}

/// <summary>The JSON of a fetch (FETCH-1), with room for what documents and service write differently.</summary>
internal sealed class FetchReply
{
    public string? Client { get; init; }

    /// <summary>An object of ids; elsewhere in the documents the text of the id that was asked for.</summary>
    public JsonElement VisitorId { get; init; }

    /// <summary>The older place of Target's id.</summary>
    public string? MboxPC { get; init; }

    /// <summary>The older place of the customer's id.</summary>
    public string? ThirdPartyId { get; init; }

    public JsonElement ModifiedAt { get; init; }

    public Dictionary<string, FetchReplyAttribute?>? ProfileAttributes { get; init; }

    /// <summary>The status that a reply of "not found" repeats (FETCH-2).</summary>
    public JsonElement Status { get; init; }

    public string? Message { get; init; }
}

/// <summary>An attribute in the JSON of a fetch.</summary>
internal sealed class FetchReplyAttribute
{
    public JsonElement Value { get; init; }

    public JsonElement ModifiedAt { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, MaxDepth = 16)]
[JsonSerializable(typeof(FetchReply))]
internal sealed partial class FetchJsonContext : JsonSerializerContext;
