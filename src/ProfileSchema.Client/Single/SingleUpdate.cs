using System.Buffers;
using ProfileSchema.Client.Http;
using ProfileSchema.Client.Replies;

namespace ProfileSchema.Client.Single;

/// <summary>The call that updates one profile (SINGLE-1).</summary>
internal sealed class SingleUpdate(ClientSettings settings, RequestSender sender)
{
    private readonly Uri _endpoint = new(settings.BaseAddress, $"/m2/{settings.ClientCode}/profile/update");

    public async Task<SingleUpdateResult> SendAsync<T>(
        T profile,
        ProfileContract<T> contract,
        CancellationToken cancellationToken
    )
    {
        var parameters = new ArrayBufferWriter<byte>();
        if (!ProfileSerializer.WriteParameters(parameters, profile, contract))
        {
            // SINGLE-8
            return new SingleUpdateResult();
        }

        RequireFit(parameters.WrittenCount, contract.Name);
        return await sender
            .SendAsync(
                sender.CreateCall(QuotaKind.SingleUpdate, sender.Delays.ForCall),
                () => Post(parameters.WrittenMemory),
                (response, ct) => ReadAsync(response, CarriedBy(parameters), ct),
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    // Read when it is looked for.
    private static IEnumerable<string> CarriedBy(ArrayBufferWriter<byte> form)
    {
        yield return ParameterForm.KeyOf(form.WrittenSpan);
        foreach ((_, string value) in ParameterForm.ParametersOf(form.WrittenSpan))
        {
            yield return value;
        }
    }

    private HttpRequestMessage Post(ReadOnlyMemory<byte> parameters) =>
        new(HttpMethod.Post, _endpoint)
        {
            Content = new ReadOnlyMemoryContent(parameters) { Headers = { ContentType = ParameterForm.ContentType } },
        };

    // SINGLE-2
    private static void RequireFit(int parameters, string profile)
    {
        if (parameters > ProfileLimits.SinglePostBytes)
        {
            throw new ProfileValidationException(RejectionReason.SingleUpdateTooLarge, profile);
        }
    }

    private async Task<SingleUpdateResult> ReadAsync(
        HttpResponseMessage response,
        IEnumerable<string> carried,
        CancellationToken cancellationToken
    )
    {
        if (!response.IsSuccessStatusCode)
        {
            throw await ServiceError
                .ReadAsync(response, "a single update", carried, settings.TimeProvider, cancellationToken)
                .ConfigureAwait(false);
        }

        Stream body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        SingleReply reply = await SingleReplyReader.ReadAsync(body, cancellationToken).ConfigureAwait(false);
        string? message = ServiceText.Clean(reply.Message, response, carried);
        return reply.Success switch
        {
            true => new SingleUpdateResult
            {
                IsSubmitted = true,
                PcId = ProfileKey.FromReply(reply.PcId),
                ServiceMessage = message,
            },
            false => throw new ProfileRequestException(
                "The service declined a single update. See ServiceMessage for the error message from the service.",
                response.StatusCode,
                message
            ),
            null => throw ServiceError.NotUnderstood("a single update", response),
        };
    }
}
