using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProfileSchema.Client.Fetch;

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
