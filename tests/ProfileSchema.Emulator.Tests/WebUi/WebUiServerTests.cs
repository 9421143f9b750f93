using System.Net;

namespace ProfileSchema.Emulator.Tests;

public sealed class WebUiServerTests : EmulatorTest
{
    private static readonly string[] Views =
    [
        "",
        "page/profiles",
        "page/profile",
        "page/batches",
        "page/batch",
        "page/calls",
        "page/call",
        "page/page.css",
        "page/page.js",
        "page/icon.svg",
    ];

    [Fact]
    public async Task A_view_with_the_host_of_another_machine_is_answered_with_421()
    {
        await StartAsync();
        Account.AddProfile("secret");
        foreach (string host in (string[])["demo.tt.omtrdc.net", "evil.example", "192.168.0.1"])
        {
            foreach (string view in Views)
            {
                Answer answer = await SendAsync(HttpMethod.Get, view, headers: headers => headers.Host = host);
                Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.Status);
                Assert.DoesNotContain("secret", answer.Body, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Each_view_has_headers_that_keep_other_origins_out()
    {
        await StartAsync();
        foreach (string view in Views)
        {
            Answer answer = await GetAsync(view);
            Assert.StartsWith(
                "default-src 'none'; script-src 'self'; ",
                answer.Headers["Content-Security-Policy"],
                default
            );
            Assert.DoesNotContain("unsafe", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
            Assert.Equal("no-referrer", answer.Headers["Referrer-Policy"]);
            Assert.Equal("same-origin", answer.Headers["Cross-Origin-Resource-Policy"]);
            Assert.Equal("no-store", answer.Headers["Cache-Control"]);
            Assert.DoesNotContain("Access-Control-Allow-Origin", answer.Headers.Keys);
            Assert.DoesNotContain("https://", answer.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_page_number_beyond_the_last_shows_the_last_page()
    {
        await StartAsync();
        Account.AddProfile("M1");
        Answer answer = await GetAsync($"page/profiles?account={Account.ClientCode}&page=7");
        Assert.Contains("<p class=\"count\">1 profile", answer.Body, StringComparison.Ordinal);
        Assert.Contains(">M1<", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opening_a_view_records_no_call_and_meets_no_fault()
    {
        await StartAsync(clock =>
            new()
            {
                TimeProvider = clock,
                BulkCallsPerMinute = 1,
                RequiredToken = "t",
                FaultPlan = new FaultPlan(1, 1, (Fault.Status(500), 1)),
            }
        );
        foreach (string view in Views)
        {
            await GetAsync(view);
        }

        Assert.Equal(0, Emulator.CallCount);
        Assert.Equal(0, Emulator.ViolationCount);
        Assert.Empty(Emulator.Accounts);
    }

    [Fact]
    public async Task A_post_to_a_view_is_recorded_as_a_call_to_an_unknown_api()
    {
        await StartAsync();
        Answer answer = await SendAsync(HttpMethod.Post, "", []);
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal(TargetOperation.Unknown, Assert.Single(Emulator.Calls).Operation);
    }

    [Fact]
    public async Task A_view_is_answered_with_304_until_something_changes()
    {
        await StartAsync();
        Answer first = await GetAsync("page/profiles");
        Assert.Equal(HttpStatusCode.NotModified, await AskAgainAsync());
        await BatchAsync("batch=thirdPartyId,a\nm,1\n");
        Assert.Equal(HttpStatusCode.OK, await AskAgainAsync());
        first = await GetAsync("page/profiles");
        Assert.Equal(HttpStatusCode.NotModified, await AskAgainAsync());
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, await AskAgainAsync());

        async Task<HttpStatusCode> AskAgainAsync()
        {
            Answer answer = await SendAsync(
                HttpMethod.Get,
                "page/profiles",
                headers: headers => headers.TryAddWithoutValidation("If-None-Match", first.Headers["ETag"])
            );
            return answer.Status;
        }
    }

    [Fact]
    public async Task A_head_request_for_a_view_has_no_body()
    {
        await StartAsync();
        Answer answer = await SendAsync(HttpMethod.Head, "");
        Assert.Equal((HttpStatusCode.OK, ""), (answer.Status, answer.Body));
    }

    [Theory]
    [InlineData("page/nowhere")]
    [InlineData("page/profile?account=demo&pcId=1")]
    [InlineData("page/profiles?account=other")]
    [InlineData("page/batches?account=other")]
    [InlineData("page/batch?account=demo&id=1")]
    [InlineData("page/call?number=99999999999999999999")]
    public async Task A_view_of_something_unknown_is_404_and_creates_no_account(string view)
    {
        await StartAsync();
        Answer answer = await GetAsync(view);
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Contains("<h1>No such", answer.Body, StringComparison.Ordinal);
        Assert.Empty(Emulator.Accounts);
    }

    [Fact]
    [Trait("Clause", "DELIVERY-4")]
    public async Task A_session_update_is_shown_with_its_profile_and_its_call()
    {
        await StartAsync();
        await SendAsync(
            HttpMethod.Post,
            $"rest/v1/delivery?client={Code}&sessionId=s1",
            """{"id":{"thirdPartyId":"M100001"},"context":{"channel":"web"},"execute":{"pageLoad":{"profileParameters":{"tier":"gold"}}}}"""u8.ToArray(),
            "application/json"
        );
        string pcId = Profile("M100001").PcId;

        Answer profiles = await GetAsync("page/profiles?search=tier%3Dgold");

        Assert.Contains("M100001", profiles.Body, StringComparison.Ordinal);

        Answer profile = await GetAsync($"page/profile?account={Code}&pcId={pcId}");

        Assert.Contains("gold", profile.Body, StringComparison.Ordinal);
        Assert.Contains("/page/call?number=1", profile.Body, StringComparison.Ordinal);

        foreach (string view in (string[])["page/calls?operation=Delivery", "page/call?number=1"])
        {
            Answer call = await GetAsync(view);
            Assert.Contains("Session update", call.Body, StringComparison.Ordinal);
            Assert.Contains("M100001", call.Body, StringComparison.Ordinal);
            Assert.Contains("gold", call.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_token_of_a_call_is_not_shown()
    {
        await StartAsync(clock => new() { TimeProvider = clock, RequiredToken = "s3cret-token" });
        await SendAsync(
            HttpMethod.Post,
            $"m2/{Code}/profile/update",
            "mbox3rdPartyId=m&profile.a=1"u8.ToArray(),
            headers: headers => headers.Add("Authorization", "Bearer s3cret-token")
        );
        foreach (string view in (string[])["", "page/calls", "page/call?number=1"])
        {
            Answer answer = await GetAsync(view);
            Assert.Contains("200", answer.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("s3cret", answer.Body, StringComparison.Ordinal);
        }
    }
}
