using System.Text.Json;
using System.Text.Json.Serialization;
using ProfileSchema.Client.Authentication;
using ProfileSchema.Client.Http;
using ProfileSchema.Client.Replies;

namespace ProfileSchema.Client.Drift;

/// <summary>The request for the profile attributes that an account knows (ATTR-1).</summary>
internal sealed class AttributeListRequest(AdobeTokenOptions options, HttpClient http)
{
    private const string Call = "a request for the list of profile attributes";
    private const string Prefix = "profile.";

    private readonly AdobeRequest _request = new(
        options,
        http,
        "target/profileattributes/mbox",
        Call,
        static (delays, failure) => delays.ForBulkCall(failure)
    );

    /// <exception cref="ProfileRequestException">The endpoint gave no list.</exception>
    public Task<IReadOnlyList<string>> SendAsync(CancellationToken cancellationToken) =>
        _request.SendAsync(ReadAsync, cancellationToken);

    private static async Task<IReadOnlyList<string>> ReadAsync(
        HttpResponseMessage response,
        CancellationToken cancellationToken
    )
    {
        Stream body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        return await JsonReply
                .ReadAsync(body, AttributeListJsonContext.Default.AttributeListReply, NamesOf, cancellationToken)
                .ConfigureAwait(false)
            ?? throw ServiceError.NotUnderstood(Call, response);
    }

    private static IReadOnlyList<string>? NamesOf(AttributeListReply reply) =>
        reply.MboxProfileAttributes?.Select(NameOf).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();

    // Documented as texts; objects with a name are how the same API lists parameters of other kinds.
    private static string? NameOf(JsonElement element)
    {
        JsonElement name =
            element.ValueKind is JsonValueKind.Object && element.TryGetProperty("name", out JsonElement inner)
                ? inner
                : element;
        string? text = JsonText.Of(name);

        // NAME-1: Target shows every parameter with the prefix.
        return text?.StartsWith(Prefix, StringComparison.Ordinal) is true ? text[Prefix.Length..] : text;
    }
}

/// <summary>The endpoint's reply.</summary>
internal sealed class AttributeListReply
{
    public List<JsonElement>? MboxProfileAttributes { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, MaxDepth = 16)]
[JsonSerializable(typeof(AttributeListReply))]
internal sealed partial class AttributeListJsonContext : JsonSerializerContext;
