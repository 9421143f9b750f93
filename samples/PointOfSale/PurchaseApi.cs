using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using ProfileSchema;
using ProfileSchema.Client;

namespace PointOfSale;

/// <summary>The endpoints for points of sale and the call center.</summary>
internal static class PurchaseApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/purchases", Add);
        routes.MapGet("/members/{memberId}/profile", ShowAsync);
    }

    private static Results<Accepted<LoyaltyProfile>, ValidationProblem, ProblemHttpResult> Add(
        Purchase purchase,
        LoyaltyLedger ledger,
        PendingMembers pending,
        IOptions<QueueOptions> options,
        HttpResponse response
    )
    {
        try
        {
            // A profile that Target would not accept is reported here, not later in the background.
            _ = ProfileSerializer.ToParameterString(ledger.Preview(purchase));
        }
        catch (ProfileValidationException exception)
        {
            return TypedResults.ValidationProblem(
                new Dictionary<string, string[]> { [exception.Parameter ?? "memberId"] = [exception.Message] }
            );
        }

        LoyaltyProfile? profile = null;
        if (pending.TryAdd(purchase.MemberId, () => profile = ledger.Add(purchase)))
        {
            return TypedResults.Accepted((string?)null, profile);
        }

        response.Headers.RetryAfter = Math.Ceiling(options.Value.Pause.TotalSeconds)
            .ToString(CultureInfo.InvariantCulture);
        return TypedResults.Problem(
            "The queue is full. The purchase was not recorded; send it again.",
            statusCode: StatusCodes.Status503ServiceUnavailable
        );
    }

    /// <summary>Returns the profile in Target, which can be an hour behind (FETCH-3).</summary>
    private static async Task<Results<Ok<Dictionary<string, string?>>, NotFound, ProblemHttpResult>> ShowAsync(
        string memberId,
        ProfileClient client,
        CancellationToken cancellationToken
    )
    {
        ProfileKey key;
        try
        {
            key = ProfileKey.ThirdPartyId(memberId);
        }
        catch (ProfileValidationException)
        {
            return TypedResults.NotFound();
        }

        try
        {
            FetchedProfile? profile = await client.FetchAsync(key, cancellationToken);
            return profile is null
                ? TypedResults.NotFound()
                : TypedResults.Ok(profile.Attributes.ToDictionary(pair => pair.Key, pair => pair.Value.Value));
        }
        catch (ProfileRequestException exception)
        {
            return TypedResults.Problem(exception.Message, statusCode: StatusCodes.Status502BadGateway);
        }
    }
}
