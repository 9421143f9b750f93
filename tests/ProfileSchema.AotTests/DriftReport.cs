using ProfileSchema.Client;

namespace ProfileSchema.AotTests;

/// <summary>Which names the account knows, as Adobe I/O lists them.</summary>
internal static class DriftReport
{
    public static async Task PrintAsync(string address)
    {
        using var attributes = new AdobeAttributeSource(
            new AdobeTokenOptions
            {
                Tenant = "acme",
                ApiKey = "key",
                AccessToken = _ => Task.FromResult("adobe-token"),
                BaseAddress = new Uri(address),
            }
        );
        Console.WriteLine($"drift {await attributes.CompareAsync(ProfileContract.Of<Customer>().Parameters)}");
    }
}
