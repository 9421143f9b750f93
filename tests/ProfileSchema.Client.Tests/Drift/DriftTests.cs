using System.Net;
using Microsoft.AspNetCore.Http;
using ProfileSchema.Emulator;

namespace ProfileSchema.Client.Tests.Drift;

[Trait("Clause", "ATTR-1")]
public sealed class DriftTests : EmulatorTest
{
    [Fact]
    public async Task Contracts_are_compared_with_what_the_account_knows()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        emulator
            .GetAccount(Account)
            .AddProfile("m1", attributes: [new("City", "x"), new("tier", "x"), new("points", "x")]);
        using var source = new AdobeAttributeSource(Options(emulator.BaseAddress));
        Assert.Equal(["City", "points", "tier"], await source.ListAsync(Cancellation));
        ProfileDrift drift = await source.CompareAsync(
            [.. ProfileContract.Of<Member>().Parameters, new ProfileParameter("tier", typeof(string))],
            Cancellation
        );
        Assert.Equal(["note"], drift.SentButUnknown);
        Assert.Equal([new CaseDifference("city", "City")], drift.DifferentInCase);
        Assert.Equal(["points"], drift.KnownButNeverSent);
        Assert.True(drift.HasDrift);
        Assert.Equal(
            """
            1 sent but unknown, 1 different in case, 1 known but never sent
              sent but unknown: note
              different in case: city (known as City)
              known but never sent: points
            """,
            drift.ToString()
        );
        ReceivedCall call = emulator.Calls[0];
        Assert.Equal("/acme/target/profileattributes/mbox", call.Path);
        Assert.Equal("Bearer adobe-token", call.Headers["Authorization"]);
        Assert.Equal("key", call.Headers["X-Api-Key"]);
        Assert.Empty(emulator.Violations);
    }

    [Fact]
    [Trait("Clause", "URL-4")]
    public void Names_are_compared_by_case()
    {
        ProfileDrift same = ProfileDrift.Compare(["a", "b"], ["b", "a"]);
        Assert.False(same.HasDrift);
        Assert.Equal("0 sent but unknown, 0 different in case, 0 known but never sent", same.ToString());
        ProfileDrift both = ProfileDrift.Compare(["tier"], ["tier", "Tier"]);
        Assert.False(both.HasDrift);
        Assert.Equal(["Tier"], both.KnownButNeverSent);
        ProfileDrift several = ProfileDrift.Compare(["TIER"], ["tier", "Tier"]);
        Assert.Equal([new CaseDifference("TIER", "Tier"), new CaseDifference("TIER", "tier")], several.DifferentInCase);
        Assert.Empty(several.KnownButNeverSent);
        ProfileDrift nested = ProfileDrift.Compare(["home.city", "home.zip"], ["Home.city", "home", "home.zip"]);
        Assert.Equal([new CaseDifference("home.city", "Home.city")], nested.DifferentInCase);
        Assert.Empty(nested.SentButUnknown);
        Assert.Equal(["home"], nested.KnownButNeverSent);
    }

    [Theory]
    [InlineData(
        "{\"mboxProfileAttributes\":[\"a\",\"profile.b\",{\"name\":\"c\"},7,null,\"a\",\"\\ud83d\"],\"more\":{}}"
    )]
    public async Task A_list_is_read_liberally(string body)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
            context.Response.WriteAsync(body, context.RequestAborted)
        );
        using var source = new AdobeAttributeSource(Options(server.Address));
        Assert.Equal(["a", "b", "c", "\ud83d"], await source.ListAsync(Cancellation));
    }

    [Theory]
    [Trait("Clause", "HTTP-2")]
    [InlineData(200, "{}")]
    [InlineData(200, "<html>adobe-token</html>")]
    [InlineData(401, "adobe-token is no token")]
    [InlineData(404, "")]
    public async Task What_is_no_list_is_an_error_without_the_token(int status, string body)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(body, context.RequestAborted);
        });
        using var source = new AdobeAttributeSource(Options(server.Address));
        var exception = await Assert.ThrowsAsync<ProfileRequestException>(() => source.ListAsync(Cancellation));
        Assert.Equal((HttpStatusCode)status, exception.StatusCode);
        Assert.DoesNotContain("adobe-token", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "BULK-5")]
    public async Task A_budget_that_is_used_up_is_given_the_minute_that_it_needs()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        emulator.Faults.Next(
            TargetOperation.ProfileAttributes,
            Fault.Status(503),
            Fault.Status(503, retryAfter: RetryAfter.Seconds(20))
        );
        AdobeTokenOptions options = Options(emulator.BaseAddress);
        options.TimeProvider = Clock;
        using HttpClient http = Clock.CreateHttpClient();
        using var source = new AdobeAttributeSource(options, http);
        Assert.Empty(await source.ListAsync(Cancellation));
        DateTimeOffset[] at = [.. emulator.Calls.Select(call => call.ReceivedAt)];
        Assert.Equal(3, at.Length);
        Assert.True(at[1] - at[0] >= TimeSpan.FromSeconds(65));
        Assert.True(at[2] - at[1] >= TimeSpan.FromSeconds(20));
    }

    [Fact]
    [Trait("Clause", "BULK-6")]
    public async Task Who_is_told_to_come_back_much_later_is_told_so_at_once()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        emulator.Faults.Next(
            TargetOperation.ProfileAttributes,
            Fault.Status(429, retryAfter: RetryAfter.Seconds(3_600))
        );
        using var source = new AdobeAttributeSource(Options(emulator.BaseAddress));
        var exception = await Assert.ThrowsAsync<ProfileRequestException>(() => source.ListAsync(Cancellation));
        Assert.Equal((HttpStatusCode)429, exception.StatusCode);
        Assert.True(exception.IsTransient);
        Assert.Equal(TimeSpan.FromHours(1), exception.RetryAfter?.Delta);
        Assert.Single(emulator.Calls);
    }

    private static AdobeTokenOptions Options(Uri address) =>
        new()
        {
            Tenant = Account,
            ApiKey = "key",
            AccessToken = _ => Task.FromResult("adobe-token"),
            BaseAddress = address,
        };
}
