using Crm;
using ProfileSchema.Client;
using ProfileSchema.Emulator;
using Sender;

// An address, to send to something else than a Target of our own: Sender [http://127.0.0.1:PORT]
await using TargetEmulator? emulator = args.Length == 0 ? await TargetEmulator.StartAsync() : null;
using var client = new ProfileClient(
    new ProfileClientOptions { ClientCode = "acme", BaseAddress = emulator?.BaseAddress ?? new Uri(args[0]) }
);

Contact[] contacts =
[
    new(new Guid("0b5d7d0e-7a1f-4a57-9a9e-3f6f1b2f0001"))
    {
        FullName = "Amélie Öberg",
        Status = ContactStatus.Active,
        Home = new Address("Storgatan 1", "Malmö", "SE"),
        Tags = { "ski", "newsletter" },
        Balance = new Money(120.5m, "SEK"),
    },
    new(new Guid("0b5d7d0e-7a1f-4a57-9a9e-3f6f1b2f0002")) { Status = ContactStatus.Dormant },
    // A status that the CRM added and its contract does not know: rejected, and the result says which contact it was.
    new(new Guid("0b5d7d0e-7a1f-4a57-9a9e-3f6f1b2f0003")) { Status = (ContactStatus)7 },
];
BulkResult result = await client.UpdateManyAsync(
    contacts,
    ContactContract.Default,
    new BulkOptions { StatusInterval = TimeSpan.FromMilliseconds(100) }
);
Console.WriteLine($"read={result.Read} updated={result.Updated} rejected={result.Rejected}");
foreach (ProfileSchema.RejectedProfile rejected in result.Rejections)
{
    Console.WriteLine($"contact {rejected.Position + 1}: {rejected.Message}");
}

// One of them to look at, and all of them compared with what was sent.
if (await client.FetchAsync(ProfileKey.ThirdPartyId(contacts[0].Id.ToString())) is { } first)
{
    foreach ((string name, FetchedValue value) in first.Attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal))
    {
        Console.WriteLine($"{name} = {value.Value}");
    }
}

VerifyResult verified = await client.VerifyAsync(contacts, ContactContract.Default);
Console.WriteLine(verified);
return result is { Updated: 2, Rejected: 1 } && verified.IsVerified ? 0 : 1;
