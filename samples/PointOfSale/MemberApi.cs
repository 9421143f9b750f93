using Microsoft.AspNetCore.Http.HttpResults;
using ProfileSchema;
using ProfileSchema.Client;

namespace PointOfSale;

/// <summary>The two other ways to Target: at once for the member at the counter, and in bulk for all.</summary>
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
    /// The member stands at the counter, and the tablet there shows Target's offers: the profile is to hold now, which is worth a
    /// metered call (DELIVERY-4). It is read back at once; what a fetch does not show yet (FETCH-3) is no failure of the visit.
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
            // One session for one visitor (DELIVERY-3): the next member at the counter has another.
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
            // A session takes less than the other ways: an id of 128 characters, for example (DELIVERY-2).
            return TypedResults.ValidationProblem(
                new Dictionary<string, string[]> { [exception.Parameter ?? "memberId"] = [exception.Message] }
            );
        }
        catch (ProfileRequestException exception)
        {
            return TypedResults.Problem(exception.Message, statusCode: StatusCodes.Status502BadGateway);
        }
    }

    /// <summary>Sends all members in one batch, which puts right whatever was missed, and reads some of them back.</summary>
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
            // The fate of the rows is not waited for: who called wants an answer, and the sample tells.
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

/// <summary>What became of a visit.</summary>
/// <param name="Sent">Whether Target has the profile.</param>
/// <param name="Verified">Whether it was read back as it was sent.</param>
internal sealed record Visit(bool Sent, bool Verified);

/// <summary>What became of all members.</summary>
/// <param name="Read">Members that there are.</param>
/// <param name="Accepted">Members that Target took.</param>
/// <param name="Equal">Of those that were read back: as they were sent.</param>
/// <param name="Different">Of those that were read back: not as they were sent, though changed since.</param>
/// <param name="NotYet">Of those that were read back: older than what was sent, or not made by it so far.</param>
internal sealed record Refresh(long Read, long Accepted, int Equal, int Different, int NotYet);
