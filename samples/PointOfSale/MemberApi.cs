using Microsoft.AspNetCore.Http.HttpResults;
using ProfileSchema;
using ProfileSchema.Client;

namespace PointOfSale;

/// <summary>The endpoints for a session update of one member and a bulk update of all members.</summary>
internal static class MemberApi
{
    private const string Mbox = "point-of-sale";
    private const int SampleSize = 20;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/members/{memberId}/visits", VisitAsync);
        routes.MapPost("/members/refresh", RefreshAsync);
    }

    /// <summary>
    /// The member is at the counter, where a tablet shows Target's offers. A session update takes effect immediately and can be billed
    /// (DELIVERY-4). The profile is then fetched and compared; a fetch can lag behind, which isn't an error (FETCH-3).
    /// </summary>
    private static async Task<Results<Ok<Visit>, NotFound, ValidationProblem, ProblemHttpResult>> VisitAsync(
        string memberId,
        LoyaltyLedger ledger,
        ProfileClient client,
        CancellationToken cancellationToken
    )
    {
        if (ledger.Find(memberId) is not { } profile)
        {
            return TypedResults.NotFound();
        }

        try
        {
            // A session belongs to one visitor (DELIVERY-3): the next member has another.
            var session = DeliverySession.Start(Mbox);
            SessionUpdateResult sent = await client.UpdateInSessionAsync(
                profile,
                session,
                cancellationToken: cancellationToken
            );
            VerifyResult verified = await client.VerifyAsync([profile], cancellationToken: cancellationToken);
            return TypedResults.Ok(new Visit(sent.IsSent, verified.IsVerified));
        }
        catch (ProfileValidationException exception)
        {
            // The limits of a session update are lower, for example 128 characters for an ID (DELIVERY-2).
            return TypedResults.ValidationProblem(
                new Dictionary<string, string[]> { [exception.Parameter ?? "memberId"] = [exception.Message] }
            );
        }
        catch (ProfileRequestException exception)
        {
            return TypedResults.Problem(exception.Message, statusCode: StatusCodes.Status502BadGateway);
        }
    }

    /// <summary>Sends all members in a bulk update, which corrects what was missed, and verifies some of them.</summary>
    private static async Task<Results<Ok<Refresh>, ProblemHttpResult>> RefreshAsync(
        LoyaltyLedger ledger,
        ProfileClient client,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var sample = new ProfileSample<LoyaltyProfile>(SampleSize);
        var options = new VerifyOptions { SentAt = time.GetUtcNow() };
        try
        {
            // The status of the batch is not awaited, because the caller waits for the reply; some members are verified instead.
            BulkResult bulk = await client.UpdateManyAsync(
                sample.Of(ledger.Members),
                new BulkOptions { StatusTimeout = TimeSpan.Zero },
                cancellationToken: cancellationToken
            );
            VerifyResult verified = await client.VerifyAsync(sample.Profiles, options, cancellationToken);
            return TypedResults.Ok(
                new Refresh(
                    bulk.Read,
                    bulk.Accepted,
                    verified.Equal,
                    verified.Different,
                    verified.NotYet + verified.NotFound
                )
            );
        }
        catch (BulkUpdateException exception)
        {
            return TypedResults.Problem(exception.Message, statusCode: StatusCodes.Status502BadGateway);
        }
        catch (ProfileRequestException exception)
        {
            return TypedResults.Problem(exception.Message, statusCode: StatusCodes.Status502BadGateway);
        }
    }
}

/// <summary>The outcome of a visit.</summary>
/// <param name="Sent">Whether the update was sent.</param>
/// <param name="Verified">Whether the fetched profile equals what was sent.</param>
internal sealed record Visit(bool Sent, bool Verified);

/// <summary>The outcome of a refresh.</summary>
/// <param name="Read">The number of members.</param>
/// <param name="Accepted">The number of members that were accepted.</param>
/// <param name="Equal">The number of fetched profiles that equal what was sent.</param>
/// <param name="Different">The number of fetched profiles that were updated but differ.</param>
/// <param name="NotYet">The number of fetched profiles that the update has not reached yet.</param>
internal sealed record Refresh(long Read, long Accepted, int Equal, int Different, int NotYet);
