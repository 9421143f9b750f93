using System.Buffers;
using ProfileSchema.Client.Fetch;
using ProfileSchema.Client.Http;

namespace ProfileSchema.Client.Verify;

/// <summary>Fetches the profiles of a sample, one after the other, and compares them with what their contract sends.</summary>
internal sealed class ProfileVerification(ClientSettings settings, ProfileFetch fetch)
{
    public async Task<VerifyResult> RunAsync<T>(
        IEnumerable<T> sample,
        ProfileContract<T> contract,
        VerifyOptions? options,
        CancellationToken cancellationToken
    )
    {
        options = (options ?? new VerifyOptions()).ToValidated();
        var verified = new List<VerifiedProfile>();
        long? lastFetch = null;
        foreach (T profile in sample)
        {
            cancellationToken.ThrowIfCancellationRequested();
            VerifiedProfile? notSent = Write(profile, contract, verified.Count, out ProfileKey key, out var sent);
            if (notSent is not null)
            {
                verified.Add(notSent);
                continue;
            }

            await PauseAsync(lastFetch, options.Interval, cancellationToken).ConfigureAwait(false);
            lastFetch = settings.TimeProvider.GetTimestamp();
            verified.Add(
                await VerifyAsync(verified.Count, key, sent, options, cancellationToken).ConfigureAwait(false)
            );
        }

        return new VerifyResult { Profiles = verified };
    }

    /// <summary>Finds what is sent of a profile, or says why nothing is.</summary>
    private static VerifiedProfile? Write<T>(
        T profile,
        ProfileContract<T> contract,
        int position,
        out ProfileKey key,
        out List<KeyValuePair<string, string>> sent
    )
    {
        key = default;
        sent = [];
        var form = new ArrayBufferWriter<byte>();
        try
        {
            bool hasValues = ProfileSerializer.WriteParameters(form, profile, contract);
            string id = ParameterForm.KeyOf(form.WrittenSpan);
            key = contract.KeyKind is ProfileKeyKind.ThirdPartyId ? ProfileKey.ThirdPartyId(id) : ProfileKey.PcId(id);
            sent = ParameterForm.ParametersOf(form.WrittenSpan);
            return hasValues
                ? null
                : new VerifiedProfile
                {
                    Position = position,
                    Verdict = ProfileVerdict.Empty,
                    Key = key,
                };
        }
        catch (ProfileValidationException exception)
        {
            return new VerifiedProfile
            {
                Position = position,
                Verdict = ProfileVerdict.Rejected,
                Message = exception.Message,
            };
        }
    }

    private async Task<VerifiedProfile> VerifyAsync(
        int position,
        ProfileKey key,
        List<KeyValuePair<string, string>> sent,
        VerifyOptions options,
        CancellationToken cancellationToken
    )
    {
        try
        {
            if (await fetch.GetAsync(key, cancellationToken).ConfigureAwait(false) is not { } fetched)
            {
                return new VerifiedProfile
                {
                    Position = position,
                    Verdict = ProfileVerdict.NotFound,
                    Key = key,
                };
            }

            List<VerifiedParameter> parameters = ProfileComparison.Of(sent, fetched, options.SentAt);
            return new VerifiedProfile
            {
                Position = position,
                Verdict = ProfileComparison.VerdictOf(parameters),
                Key = key,
                Parameters = parameters,
            };
        }
        catch (ProfileRequestException exception) when (!ServiceError.IsTokenRefused(exception.StatusCode))
        {
            return new VerifiedProfile
            {
                Position = position,
                Verdict = ProfileVerdict.Unanswered,
                Key = key,
                Message = exception.Message,
            };
        }
    }

    private async Task PauseAsync(long? lastFetch, TimeSpan interval, CancellationToken cancellationToken)
    {
        TimeSpan rest = lastFetch is { } last ? interval - settings.TimeProvider.GetElapsedTime(last) : TimeSpan.Zero;
        if (rest > TimeSpan.Zero)
        {
            await Task.Delay(rest, settings.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }
}
