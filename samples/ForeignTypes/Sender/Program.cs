using Crm;
using ProfileSchema.Client;
using ProfileSchema.Emulator;
using Sender;

// Sender [http://127.0.0.1:PORT]: the address of another emulator, in place of one in this process
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
    // A status that the enum does not declare. The contact is rejected, and the result contains its position.
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

// Print one profile, and compare all of them with what was sent.
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
