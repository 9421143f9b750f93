using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using ProfileSchema.Client.Http;

namespace ProfileSchema.Client.Fetch;

/// <summary>The call that reads a profile back (FETCH-1).</summary>
internal sealed class ProfileFetch(ClientSettings settings, RequestSender sender)
{
    private const string Call = "a fetch";

    public async Task<FetchedProfile?> GetAsync(ProfileKey key, CancellationToken cancellationToken)
    {
        string path =
            key.Path
            ?? throw new ArgumentException(
                "The key is empty. Create it with ProfileKey.ThirdPartyId, ProfileKey.PcId or ProfileKey.ExperienceCloudId.",
                nameof(key)
            );

        Uri address = settings.ExactAddress($"{path}?client={settings.ClientCode}");
        return await sender
            .SendAsync(
                sender.CreateCall(quota: null, sender.Delays.ForCall),
                () =>
                    new HttpRequestMessage(HttpMethod.Get, address)
                    {
                        Headers = { Accept = { new MediaTypeWithQualityHeaderValue("application/json") } },
                    },
                (response, ct) => ReadAsync(response, key.Value!, ct),
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    private async Task<FetchedProfile?> ReadAsync(
        HttpResponseMessage response,
        string id,
        CancellationToken cancellationToken
    )
    {
        if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.NotFound))
        {
            throw await ServiceError
                .ReadAsync(response, Call, [id], settings.TimeProvider, cancellationToken)
                .ConfigureAwait(false);
        }

        if (response.StatusCode is HttpStatusCode.NotFound)
        {
            // FETCH-4: only the service's own JSON says that there is no such profile; any other 404 is an error.
            FetchReply? missing = await ServiceError
                .ReadBrieflyAsync(response, FetchReplyReader.ReadAsync, settings.TimeProvider, cancellationToken)
                .ConfigureAwait(false);
            return IsNotFound(missing)
                ? null
                : throw ServiceError.For(
                    response.StatusCode,
                    Call,
                    ServiceText.Clean(missing?.Message, response, [id]),
                    isPage: ServiceError.IsPage(response)
                );
        }

        Stream body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        FetchReply? reply = await FetchReplyReader.ReadAsync(body, cancellationToken).ConfigureAwait(false);
        return reply?.ProfileAttributes is not null && FetchReplyReader.ToProfile(reply) is { } profile
            ? profile
            : throw ServiceError.NotUnderstood(Call, response);
    }

    private static bool IsNotFound(FetchReply? reply) =>
        reply is not null
        && reply.Status is { ValueKind: JsonValueKind.Number }
        && reply.Status.TryGetInt32(out int status)
        && status == (int)HttpStatusCode.NotFound
        && reply.Message?.StartsWith("No profile found", StringComparison.OrdinalIgnoreCase) == true;
}
