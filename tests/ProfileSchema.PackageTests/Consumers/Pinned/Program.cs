using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Model;
using ProfileSchema.Client;

IConfiguration configuration = new ConfigurationBuilder()
    .AddInMemoryCollection(new Dictionary<string, string?> { ["Target:ClientCode"] = "acme" })
    .Build();
var services = new ServiceCollection();
services.AddProfileClient(configuration.GetSection("Target")).AddHttpMessageHandler(() => new Answering());
await using ServiceProvider container = services.BuildServiceProvider();

SingleUpdateResult result = await container
    .GetRequiredService<ProfileClient>()
    .UpdateAsync(new Member { MemberId = "m-1", Tier = Tier.Gold });

Console.WriteLine(
    $"{Environment.Version.Major}: {result.IsSubmitted}, {typeof(IHttpClientFactory).Assembly.GetName().Version}"
);

/// <summary>In place of the service, so that nothing else is needed that names versions.</summary>
internal sealed class Answering : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    ) =>
        Task.FromResult(
            new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent("trueRequest successfully submitted"),
            }
        );
}
