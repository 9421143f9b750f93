using ProfileSchema;
using ProfileSchema.Client;
using ProfileSchema.Emulator;

// A point of sale posts a purchase, and the service updates the profile of the customer.
await using TargetEmulator emulator = await TargetEmulator.StartAsync();
emulator.GetAccount("acme").AddProfile("c-1");

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Logging.ClearProviders();
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Configuration["Target:ClientCode"] = "acme";
builder.Configuration["Target:BaseAddress"] = emulator.BaseAddress.ToString();
builder.Services.AddProfileClient(builder.Configuration.GetSection("Target"));
await using WebApplication app = builder.Build();
app.MapPost(
    "/purchases/{customer}",
    async (string customer, decimal amount, ProfileClient client) =>
        (await client.UpdateAsync(new Buyer { Id = customer, LastPurchase = amount })).IsSubmitted
);
await app.StartAsync();

using var http = new HttpClient();
HttpResponseMessage reply = await http.PostAsync($"{app.Urls.Single()}/purchases/c-1?amount=12.5", content: null);
StoredProfile? stored = emulator.GetAccount("acme").FindProfile(TargetId.ThirdPartyId("c-1"));
Console.WriteLine(
    $"{Environment.Version.Major}: {await reply.Content.ReadAsStringAsync()}, "
        + $"{stored?.Attributes["lastPurchase"].Value}, {emulator.ViolationCount} violations"
);

[Profile]
internal sealed partial class Buyer
{
    [ProfileKey(ProfileKeyKind.ThirdPartyId)]
    public required string Id { get; init; }

    [ProfileParameter(Format = "F2")]
    public decimal? LastPurchase { get; init; }
}
