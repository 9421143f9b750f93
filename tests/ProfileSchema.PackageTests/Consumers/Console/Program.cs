using Model;
using ProfileSchema.Client;
using ProfileSchema.Emulator;

await using TargetEmulator emulator = await TargetEmulator.StartAsync();
using var client = new ProfileClient(
    new ProfileClientOptions { ClientCode = "acme", BaseAddress = emulator.BaseAddress }
);

Member[] members = [new() { MemberId = "m-1", Tier = Tier.Gold }, new() { MemberId = "m-2", LifetimeValue = 99.5m }];
BulkResult result = await client.UpdateManyAsync(
    members,
    new BulkOptions { StatusInterval = TimeSpan.FromMilliseconds(20) }
);
FetchedProfile? fetched = await client.FetchAsync(ProfileKey.ThirdPartyId("m-2"));

Console.WriteLine(
    $"{Environment.Version.Major}: {result.Updated} updated, ltv {fetched?.Attributes["ltv"].Value}, "
        + $"{emulator.ViolationCount} violations"
);
