using ProfileSchema.Client;

namespace Shop;

/// <summary>The application under test: single subscriptions from the web site and many at once from an export.</summary>
public sealed class Newsletter(ProfileClient target, TimeProvider time)
{
    /// <returns>False if the update failed, so that the site can offer to retry.</returns>
    public async Task<bool> TrySubscribeAsync(
        string customerId,
        IReadOnlyList<string> topics,
        CancellationToken cancellationToken
    )
    {
        var subscriber = new Subscriber
        {
            CustomerId = customerId,
            Topics = topics,
            SubscribedOn = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime),
        };
        try
        {
            return (await target.UpdateAsync(subscriber, cancellationToken)).IsSubmitted;
        }
        catch (ProfileRequestException)
        {
            return false;
        }
    }

    /// <summary>Target can't delete a parameter, so a null replacement is sent in place of the day (VALUE-4).</summary>
    public Task UnsubscribeAsync(string customerId, CancellationToken cancellationToken) =>
        target.UpdateAsync(new Subscriber { CustomerId = customerId }, cancellationToken);

    /// <returns>A text for the operator: how many are up to date, and which lines must be corrected.</returns>
    public async Task<ImportReport> ImportAsync(
        IEnumerable<Subscriber> export,
        BulkOptions options,
        CancellationToken cancellationToken
    )
    {
        BulkResult result = await target.UpdateManyAsync(export, options, cancellationToken: cancellationToken);
        return new ImportReport(
            result.Updated,
            result.Failed,
            [.. result.Rejections.Select(rejected => rejected.Position + 1)]
        );
    }
}

public sealed record ImportReport(long Updated, long Failed, IReadOnlyList<long> LinesToCorrect);
