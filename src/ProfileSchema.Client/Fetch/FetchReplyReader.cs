using System.Globalization;
using System.Text.Json;
using ProfileSchema.Client.Replies;

namespace ProfileSchema.Client.Fetch;

/// <summary>Makes a profile of the JSON of a fetch.</summary>
internal static class FetchReplyReader
{
    /// <summary>Reads a reply, or null if it is no JSON of this kind.</summary>
    public static async Task<FetchReply?> ReadAsync(Stream body, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonSerializer
                .DeserializeAsync(body, FetchJsonContext.Default.FetchReply, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (JsonException)
        {
            return null;
        }
    }

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
