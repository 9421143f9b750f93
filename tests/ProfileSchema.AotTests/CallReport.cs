using ProfileSchema.Client;

namespace ProfileSchema.AotTests;

/// <summary>What every call of the client brings back, without what differs from run to run.</summary>
internal static class CallReport
{
    public static async Task PrintAsync(ProfileClient client)
    {
        SingleUpdateResult single = await client.UpdateAsync(Customers.Full);
        Console.WriteLine($"single {single.IsSubmitted}");

        var options = new BulkOptions { StatusInterval = TimeSpan.FromMilliseconds(20) };
        BulkResult bulk = await client.UpdateManyAsync(Customers.All, options);
        Console.WriteLine($"bulk {bulk.Read} {bulk.Accepted} {bulk.Updated} {bulk.Empty} {bulk.Rejected}");
        BulkFileResult file = bulk.Files.Single();
        Console.WriteLine($"file {file.Rows} {file.Bytes} {file.Outcome} {file.State}");

        BatchStatus status = await client.GetBatchStatusAsync(file.StatusUrl!);
        Console.WriteLine($"status {status.State}");

        BulkResult orders = await client.UpdateManyAsync(
            [new Order { Number = 7, Total = 12.50m }],
            OrderContract.Default,
            options
        );
        Console.WriteLine($"orders {orders.Accepted} {orders.Updated}");

        FetchedProfile? fetched = await client.FetchAsync(ProfileKey.ThirdPartyId(Customers.Full.Id));
        foreach (
            (string name, FetchedValue value) in fetched!.Attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal)
        )
        {
            Console.WriteLine($"fetched {name} {value.Value}");
        }

        SessionUpdateResult session = await client.UpdateInSessionAsync(Customers.Full, DeliverySession.Start("aot"));
        Console.WriteLine($"session {session.IsSent} {session.PcId is not null} {session}");

        VerifyResult verified = await client.VerifyAsync([Customers.Full]);
        Console.WriteLine($"verified {verified.IsVerified} {verified}");

        Console.WriteLine($"unknown {await client.FetchAsync(ProfileKey.ThirdPartyId("nobody")) is null}");
    }

    public static async Task PrintFailureAsync(ProfileClient client)
    {
        try
        {
            _ = await client.UpdateAsync(Customers.Full);
        }
        catch (ProfileRequestException exception)
        {
            Console.WriteLine($"failed {exception.StatusCode}");
        }
    }
}
