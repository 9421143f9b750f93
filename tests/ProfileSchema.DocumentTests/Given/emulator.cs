using ProfileSchema.Client;
using ProfileSchema.Emulator;

await using TargetEmulator target = await TargetEmulator.StartAsync();
using var client = new ProfileClient(
    new ProfileClientOptions { ClientCode = "acme", BaseAddress = target.BaseAddress }
);
var soon = new BulkOptions { StatusInterval = TimeSpan.FromMilliseconds(20) };
