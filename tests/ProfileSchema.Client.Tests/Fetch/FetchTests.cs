using System.Net;
using System.Text;
using CsCheck;
using Microsoft.AspNetCore.Http;
using ProfileSchema.Emulator;

namespace ProfileSchema.Client.Tests.Fetch;

public sealed class FetchTests : EmulatorTest
{
    [Theory]
    [Trait("Clause", "FETCH-1")]
    [InlineData(FetchReplyForm.Ids)]
    [InlineData(FetchReplyForm.AskedId)]
    [InlineData(FetchReplyForm.Older)]
    public async Task A_profile_comes_back_with_its_attributes(FetchReplyForm form)
    {
        TargetEmulator emulator = await StartEmulatorAsync(new TargetEmulatorOptions { FetchReplyForm = form });
        emulator
            .GetAccount(Account)
            .AddProfile("m 1", "1-2.28_0", attributes: [new("city", "Malmö <b>"), new("City", "other")]);
        FetchedProfile? profile = await CreateClient(emulator).FetchAsync(ProfileKey.ThirdPartyId("m 1"), Cancellation);
        Assert.NotNull(profile);
        Assert.Equal("acme", profile.Client);
        Assert.Equal("Malmö <b>", profile.Attributes["city"].Value);
        Assert.Equal("other", profile.Attributes["City"].Value);
        Assert.NotNull(profile.Attributes["city"].ModifiedAt);
        Assert.NotNull(profile.ModifiedAt);
        if (form is not FetchReplyForm.AskedId)
        {
            Assert.Equal(("1-2.28_0", "m 1"), (profile.PcId, profile.ThirdPartyId));
        }
    }

    [Fact]
    [Trait("Clause", "ID-1")]
    [Trait("Clause", "ID-2")]
    public async Task Each_kind_of_id_has_its_path()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        emulator.GetAccount(Account).AddProfile("crm", "pc", "ecid");
        ProfileClient client = CreateClient(emulator);
        Assert.NotNull(await client.FetchAsync(ProfileKey.PcId("pc"), Cancellation));
        Assert.NotNull(await client.FetchAsync(ProfileKey.ThirdPartyId("crm"), Cancellation));
        Assert.NotNull(await client.FetchAsync(ProfileKey.ExperienceCloudId("ecid"), Cancellation));
        Assert.Equal(
            [
                "/rest/v1/profiles/pc",
                "/rest/v1/profiles/thirdPartyId/crm",
                "/rest/v1/profiles/marketingCloudVisitorId/ecid",
            ],
            emulator.Calls.Select(call => call.Path)
        );
    }

    [Theory]
    [Trait("Clause", "ID-4")]
    [InlineData("a%2Fb")]
    [InlineData("...")]
    [InlineData("a?b#c&d=e")]
    [InlineData("a;b\\c:d@e")]
    [InlineData("%2e%2e")]
    [InlineData("Ångström 東京 👋")]
    public async Task An_id_survives_the_path(string id)
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        emulator.GetAccount(Account).AddProfile(id, attributes: [new("city", "x")]);
        Assert.NotNull(await CreateClient(emulator).FetchAsync(ProfileKey.ThirdPartyId(id), Cancellation));
        Assert.Empty(emulator.Violations);
    }

    [Fact]
    [Trait("Clause", "ID-4")]
    public async Task Any_id_survives_the_path()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        await Arbitrary.Key.SampleAsync(
            async id =>
            {
                Visit(emulator, id);
                Assert.NotNull(await client.FetchAsync(ProfileKey.ThirdPartyId(id), Cancellation));
            },
            iter: 200,
            threads: 1
        );
    }

    [Fact]
    [Trait("Clause", "FETCH-2")]
    public async Task A_profile_that_does_not_exist_is_null()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        Assert.Null(await client.FetchAsync(ProfileKey.ThirdPartyId("nobody"), Cancellation));
        Assert.Null(await client.FetchAsync(ProfileKey.PcId("nobody"), Cancellation));
    }

    [Theory]
    [Trait("Clause", "FETCH-2")]
    [Trait("Clause", "FETCH-4")]
    [InlineData(404, "<html>Not found</html>")]
    [InlineData(404, "{\"status\":404,\"message\":\"no route\"}")]
    [InlineData(404, "{\"message\":\"No profile found for client acme\"}")]
    [InlineData(404, "")]
    [InlineData(400, "<error>Unknown client</error>")]
    [InlineData(200, "<html>Welcome</html>")]
    [InlineData(200, "{}")]
    [InlineData(200, "null")]
    [InlineData(200, "{\"profileAttributes\":[]}")]
    [InlineData(500, "")]
    public async Task Anything_else_is_an_error(int status, string body)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(body, context.RequestAborted);
        });
        using ProfileClient client = server.CreateClient();
        var exception = await Assert.ThrowsAsync<ProfileRequestException>(() =>
            client.FetchAsync(ProfileKey.ThirdPartyId("id-4711"), Cancellation)
        );
        Assert.Equal((HttpStatusCode)status, exception.StatusCode);
        Assert.DoesNotContain("4711", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "HTTP-2")]
    public async Task The_words_of_an_error_do_not_hold_the_id()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 400;
            return context.Response.WriteAsync("bad id a & b (a%20%26%20b, a &amp; b)", context.RequestAborted);
        });
        using ProfileClient client = server.CreateClient();
        var exception = await Assert.ThrowsAsync<ProfileRequestException>(() =>
            client.FetchAsync(ProfileKey.ThirdPartyId("a & b"), Cancellation)
        );
        Assert.Equal(
            "bad id [removed] & [removed] ([removed] & [removed], [removed] & [removed])",
            exception.ServiceMessage
        );
    }

    [Fact]
    public async Task A_reply_without_end_is_not_read_on()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            await context.Response.WriteAsync("{\"message\":\"", context.RequestAborted);
            string block = new('x', 100_000);
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.WriteAsync(block, context.RequestAborted);
            }
        });
        using ProfileClient client = server.CreateClient();
        await Assert.ThrowsAsync<ProfileRequestException>(() =>
            client.FetchAsync(ProfileKey.ThirdPartyId("m1"), Cancellation)
        );
    }

    [Fact]
    [Trait("Clause", "VALUE-1")]
    public async Task What_the_service_writes_otherwise_is_read_all_the_same()
    {
        const string body =
            "{\"client\":\"acme\",\"new\":{\"deep\":[1]},\"modifiedAt\":1700000000000,"
            + "\"profileAttributes\":{\"a\":{\"value\":5},\"b\":{\"value\":null,\"modifiedAt\":\"soon\"},\"c\":null}}";
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
            context.Response.WriteAsync(body, context.RequestAborted)
        );
        using ProfileClient client = server.CreateClient();
        FetchedProfile? profile = await client.FetchAsync(ProfileKey.ThirdPartyId("m1"), Cancellation);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000), profile!.ModifiedAt);
        Assert.Equal(["5", null, null], profile.Attributes.Values.Select(attribute => attribute.Value));
    }

    /// <summary>A page that cuts a value by its length may leave half of a pair at its end.</summary>
    [Fact]
    [Trait("Clause", "VALUE-1")]
    [Trait("Clause", "URL-3")]
    public async Task A_value_that_holds_half_of_a_pair_is_read_as_it_is()
    {
        const string body =
            """{"profileAttributes":{"a":{"value":"cut \ud83d"},"b":{"value":"\"\\\/\b\f\n\r\t\u00e5å\udc4B"}}}""";
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
            context.Response.WriteAsync(body, context.RequestAborted)
        );
        using ProfileClient client = server.CreateClient();
        FetchedProfile? profile = await client.FetchAsync(ProfileKey.ThirdPartyId("m1"), Cancellation);
        Assert.Equal("cut \ud83d", profile!.Attributes["a"].Value);
        Assert.Equal("\"\\/\b\f\n\r\tåå\udc4b", profile.Attributes["b"].Value);
    }

    [Theory]
    [InlineData("\"\u00ff\"")]
    [InlineData("[\"\u00ff\"]")]
    public async Task A_reply_that_is_not_utf8_is_an_error(string value)
    {
        byte[] body = Encoding.Latin1.GetBytes($"{{\"profileAttributes\":{{\"a\":{{\"value\":{value}}}}}}}");
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
            context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask()
        );
        using ProfileClient client = server.CreateClient();
        var exception = await Assert.ThrowsAsync<ProfileRequestException>(() =>
            client.FetchAsync(ProfileKey.ThirdPartyId("m1"), Cancellation)
        );
        Assert.Equal(HttpStatusCode.OK, exception.StatusCode);
    }

    [Fact]
    [Trait("Clause", "ID-3")]
    [Trait("Clause", "ID-4")]
    public void An_id_that_is_none_is_refused()
    {
        string[] ids = ["", " ", ".", "..", "a\u0000", "\uD83D", "a/b", "a+b", new('x', 257)];
        Assert.All(ids, id => Assert.Throws<ProfileValidationException>(() => ProfileKey.ThirdPartyId(id)));
        Assert.All(ids[..6], id => Assert.Throws<ProfileValidationException>(() => ProfileKey.PcId(id)));
        Assert.All(ids[..6], id => Assert.Throws<ProfileValidationException>(() => ProfileKey.ExperienceCloudId(id)));
    }

    [Fact]
    public async Task No_key_is_refused()
    {
        using var client = new ProfileClient(new ProfileClientOptions { ClientCode = "acme" });
        await Assert.ThrowsAsync<ArgumentException>(() => client.FetchAsync(default, Cancellation));
    }

    [Fact]
    public void Keys_are_equal_by_kind_and_id()
    {
        Assert.Equal(ProfileKey.PcId("a"), ProfileKey.PcId("a"));
        Assert.NotEqual(ProfileKey.PcId("a"), ProfileKey.ThirdPartyId("a"));
        Assert.True(ProfileKey.PcId("a") != ProfileKey.PcId("A"));
    }
}
