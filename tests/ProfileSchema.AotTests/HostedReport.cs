using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ProfileSchema.Client;

namespace ProfileSchema.AotTests;

/// <summary>Clients of a container, with options from configuration.</summary>
internal static class HostedReport
{
    public static async Task PrintAsync(string address)
    {
        IConfigurationRoot configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                {
                    ["Target:ClientCode"] = "acme",
                    ["Target:BaseAddress"] = address,
                    ["Target:RequestTimeout"] = "00:00:30",
                    ["Target:MaxAttempts"] = "2",
                    ["Target:Quota:CallsPerMinute"] = "40",
                    ["Locked:ClientCode"] = "locked",
                    ["Locked:BaseAddress"] = address,
                    ["Locked:Token"] = "not-the-token",
                    ["Wrong:ClientCode"] = "-",
                }
            )
            .Build();
        var services = new ServiceCollection();
        services.AddTransient<PassingHandler>();
        services.AddProfileClient(configuration.GetSection("Target")).AddHttpMessageHandler<PassingHandler>();
        services.AddProfileClient("locked", configuration.GetSection("Locked"));
        services.AddProfileClient("wrong", configuration.GetSection("Wrong"));
        await using ServiceProvider container = services.BuildServiceProvider();

        var client = container.GetRequiredService<ProfileClient>();
        SingleUpdateResult single = await client.UpdateAsync(Customers.Full);
        Console.WriteLine($"hosted {single.IsSubmitted}");
        await PrintBatchFileAsync(client);
        await CallReport.PrintFailureAsync(container.GetRequiredKeyedService<ProfileClient>("locked"));
        var quota = container.GetRequiredKeyedService<AccountQuota>("acme");
        Console.WriteLine($"quota {quota.GetType().Name}");
        try
        {
            _ = container.GetRequiredKeyedService<ProfileClient>("wrong");
        }
        catch (OptionsValidationException exception)
        {
            Console.WriteLine(exception.Message);
        }
    }

    private static async Task PrintBatchFileAsync(ProfileClient client)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(ProfileSerializer.ToBatchString([Customers.Full])));
        BulkResult sent = await client.SendBatchFileAsync(
            file,
            new BulkOptions { StatusInterval = TimeSpan.FromMilliseconds(20) }
        );
        Console.WriteLine($"file {sent.Read} {sent.Accepted} {sent.Updated}");
    }

    private sealed class PassingHandler : DelegatingHandler;
}
