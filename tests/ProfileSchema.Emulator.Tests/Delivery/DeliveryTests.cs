using System.Net;
using System.Text;
using System.Text.Json;

namespace ProfileSchema.Emulator.Tests.Delivery;

public sealed class DeliveryTests : EmulatorTest
{
    private const string Json = "application/json";

    [Fact]
    [Trait("Clause", "DELIVERY-1")]
    [Trait("Clause", "DELIVERY-4")]
    [Trait("Clause", "DELIVERY-5")]
    public async Task Parameters_hold_at_once_and_the_reply_gives_targets_id()
    {
        await StartAsync();

        Answer answer = await CallAsync(Body("""{"tier":"gold","city":"Malmö \"x\""}"""));

        Assert.Equal(HttpStatusCode.OK, answer.Status);

        using var json = JsonDocument.Parse(answer.Body);
        Assert.Equal(200, json.RootElement.GetProperty("status").GetInt32());
        Assert.Equal(Code, json.RootElement.GetProperty("client").GetString());
        Assert.Equal(Profile("m1").PcId, json.RootElement.GetProperty("id").GetProperty("tntId").GetString());
        Assert.Equal("Malmö \"x\"", Values("m1")["city"]);
        Assert.Contains("gold", (await GetAsync($"rest/v1/profiles/thirdPartyId/m1?client={Code}")).Body);
        Assert.Empty(Emulator.Violations);
    }

    [Fact]
    [Trait("Clause", "DELIVERY-5")]
    public async Task A_beacon_gets_a_receipt_and_nothing_else()
    {
        await StartAsync();
        Answer answer = await CallAsync(
            """{"id":{"tntId":"1-2.28_0"},"context":{"channel":"mobile","beacon":true},"execute":{"pageLoad":{"profileParameters":{"a":"b"}}}}"""
        );
        Assert.Equal((HttpStatusCode.NoContent, ""), (answer.Status, answer.Body));
        Assert.Equal("b", Account.FindProfile(TargetId.PcId("1-2.28_0"))!.Attributes["a"].Value);
    }

    [Theory]
    [InlineData("DELIVERY-1", "[]")]
    [InlineData("DELIVERY-1", "{\"id\"")]
    [InlineData("DELIVERY-1", """{"execute":{"mboxes":[{"index":1,"name":"m"}]}}""")]
    [InlineData("DELIVERY-1", """{"context":{"channel":"tv"},"execute":{"mboxes":[{"index":1,"name":"m"}]}}""")]
    [InlineData("DELIVERY-1", """{"context":{"channel":"web"}}""")]
    [InlineData("DELIVERY-1", """{"context":{"channel":"web"},"execute":{"mboxes":[{"index":1}]}}""")]
    [InlineData("DELIVERY-1", """{"context":{"channel":"web"},"execute":{"mboxes":[{"name":"m"}]}}""")]
    [InlineData("ID-3", """{"id":{"thirdPartyId":"a/b"},"context":{"channel":"web"},"execute":{"pageLoad":{}}}""")]
    [InlineData("ID-4", """{"id":{"tntId":""},"context":{"channel":"web"},"execute":{"pageLoad":{}}}""")]
    public async Task What_is_no_call_is_refused(string clause, string body)
    {
        await StartAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await CallAsync(body)).Status);
        AssertViolated(clause, refused: true);
        Assert.Equal(0, Account.ProfileCount);
    }

    [Theory]
    [InlineData("DELIVERY-2", """{"profile.a":"b"}""")]
    [InlineData("DELIVERY-2", """{"a":null}""")]
    [InlineData("DELIVERY-2", """{"a":1}""")]
    [InlineData("NAME-1", """{"":"b"}""")]
    [InlineData("URL-3", """{"a":"\ud83d"}""")]
    public async Task A_parameter_that_breaks_a_rule_is_refused(string clause, string parameters)
    {
        await StartAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await CallAsync(Body(parameters))).Status);
        AssertViolated(clause, refused: true);
    }

    [Fact]
    [Trait("Clause", "URL-3")]
    public async Task A_body_that_is_not_utf8_is_refused()
    {
        await StartAsync();
        byte[] body = Encoding.Latin1.GetBytes(Body("""{"a":"ö"}"""));
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(HttpMethod.Post, Target("s1"), body, Json)).Status);
        AssertViolated("URL-3", refused: true);
    }

    [Fact]
    [Trait("Clause", "DELIVERY-2")]
    public async Task The_limits_hold()
    {
        await StartAsync();
        string Named(int length) => $$"""{"{{new string('n', length)}}":"x"}""";
        string Valued(int length) => $$"""{"a":"{{new string('ö', length)}}"}""";
        string Many(int count) =>
            "{" + string.Join(',', Enumerable.Range(0, count).Select(i => $"\"p{i}\":\"x\"")) + "}";

        Assert.Equal(HttpStatusCode.OK, (await CallAsync(Body(Named(128)))).Status);
        Assert.Equal(HttpStatusCode.OK, (await CallAsync(Body(Valued(256)))).Status);
        Assert.Equal(HttpStatusCode.OK, (await CallAsync(Body(Many(50)))).Status);
        Assert.Equal(HttpStatusCode.OK, (await CallAsync(Body("{}", new string('k', 128)))).Status);
        Assert.Equal(HttpStatusCode.OK, (await CallAsync(Mboxes(50), "other")).Status);
        Assert.DoesNotContain(Emulator.Violations, found => found.Declined);
        Assert.Equal(HttpStatusCode.BadRequest, (await CallAsync(Body(Named(129)))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await CallAsync(Body(Valued(257)))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await CallAsync(Body(Many(51)))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await CallAsync(Body("{}", new string('k', 129)))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await CallAsync(Mboxes(51))).Status);
        AssertViolated("DELIVERY-2", refused: true);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a%20b")]
    [InlineData("a%3Fb")]
    [InlineData("%7Ba")]
    [InlineData("a%7D")]
    [InlineData("a%2Fb")]
    [InlineData("%C3%B6")]
    [Trait("Clause", "DELIVERY-3")]
    public async Task An_id_that_no_session_has_is_refused(string id)
    {
        await StartAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await CallAsync(Body("{}"), id)).Status);
        AssertViolated("DELIVERY-3", refused: true);
        string longest = new('s', 128);
        Assert.Equal(HttpStatusCode.OK, (await CallAsync(Body("{}"), longest)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await CallAsync(Body("{}"), longest + "s")).Status);
    }

    [Fact]
    [Trait("Clause", "DELIVERY-3")]
    public async Task A_session_of_two_visitors_is_reported_until_it_is_over()
    {
        await StartAsync();
        await CallAsync(Body("{}", "m1"));

        await CallAsync(Body("{}", "m1"));

        Assert.Empty(Emulator.Violations);

        await CallAsync(Body("{}", "m2"));

        AssertViolated("DELIVERY-3", refused: false);

        Emulator.ClearCalls();
        Clock.Advance(TimeSpan.FromMinutes(30));
        await CallAsync(Body("{}", "m3"));

        Assert.Empty(Emulator.Violations);
    }

    [Fact]
    [Trait("Clause", "DELIVERY-5")]
    public async Task More_than_100_calls_of_a_session_at_once_are_turned_away()
    {
        await StartAsync();
        Fault held = Fault.Delay(FaultMoment.BeforeEffect, TimeSpan.FromMinutes(1));
        Emulator.Faults.Next(TargetOperation.Delivery, [.. Enumerable.Repeat(held, 100)]);
        Task<Answer>[] calls = [.. Enumerable.Range(0, 100).Select(_ => CallAsync(Body("{}")))];
        while (Emulator.Faults.HeldCallCount < 100)
        {
            await Task.Yield();
        }

        Assert.Equal(420, (int)(await CallAsync(Body("{}"))).Status);
        AssertViolated("DELIVERY-5", refused: true);
        Assert.Equal(HttpStatusCode.OK, (await CallAsync(Body("{}", "m2"), "another")).Status);
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.All(await Task.WhenAll(calls), answer => Assert.Equal(HttpStatusCode.OK, answer.Status));
        Assert.Equal(HttpStatusCode.OK, (await CallAsync(Body("{}"))).Status);
    }

    [Fact]
    [Trait("Clause", "DELIVERY-4")]
    public async Task No_token_is_asked_for_and_one_that_is_sent_is_reported()
    {
        await StartAsync(time => new() { TimeProvider = time, RequiredToken = "secret" });

        Assert.Equal(HttpStatusCode.OK, (await CallAsync(Body("{}"))).Status);
        Assert.Empty(Emulator.Violations);

        await SendAsync(
            HttpMethod.Post,
            Target("s1"),
            Encoding.UTF8.GetBytes(Body("{}")),
            Json,
            headers => headers.Add("Authorization", "Bearer secret")
        );

        AssertViolated("DELIVERY-4", refused: false);
    }

    [Fact]
    public async Task A_visitor_who_tells_a_customers_id_keeps_the_profile()
    {
        await StartAsync();
        await CallAsync(Call("""{"tntId":"1-2.28_0"}""", """{"a":"1"}"""));
        await CallAsync(Call("""{"tntId":"1-2.28_0","thirdPartyId":"m1"}""", """{"b":"2"}"""));
        Assert.Equal(["a", "b"], Values("m1").Keys.Order());
        Assert.Empty(Emulator.Violations);
    }

    [Fact]
    [Trait("Clause", "BATCH-7")]
    public async Task A_call_is_a_visit()
    {
        await StartAsync();
        await BatchAsync("batch=thirdPartyId,a\nm1,1\n");
        await CallAsync(Body("{}"));
        await BatchAsync("batch=thirdPartyId,b\nm1,2\n");
        Assert.Equal(["a", "b"], Values("m1").Keys.Order());
    }

    [Fact]
    public async Task Other_types_and_unknown_accounts_are_refused()
    {
        await StartAsync(time => new() { TimeProvider = time, ClientCodes = [Code] });

        Answer wrongType = await SendAsync(HttpMethod.Post, Target("s1"), Encoding.UTF8.GetBytes(Body("{}")));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, wrongType.Status);

        Answer unknown = await SendAsync(
            HttpMethod.Post,
            "rest/v1/delivery?client=nobody&sessionId=s1",
            Encoding.UTF8.GetBytes(Body("{}")),
            Json
        );

        Assert.Equal(HttpStatusCode.BadRequest, unknown.Status);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await GetAsync(Target("s1"))).Status);
    }

    private Task<Answer> CallAsync(string body, string session = "s1") =>
        SendAsync(HttpMethod.Post, Target(session), Encoding.UTF8.GetBytes(body), Json);

    private static string Target(string session) => $"rest/v1/delivery?client={Code}&sessionId={session}";

    private static string Body(string parameters, string thirdPartyId = "m1") =>
        Call($$"""{"thirdPartyId":"{{thirdPartyId}}"}""", parameters);

    private static string Call(string id, string parameters) =>
        $$$"""{"id":{{{id}}},"context":{"channel":"web"},"execute":{"mboxes":[{"index":1,"name":"m","profileParameters":{{{parameters}}}}]}}""";

    private static string Mboxes(int count) =>
        $$$"""{"context":{"channel":"web"},"execute":{"mboxes":[{{{string.Join(',', Enumerable.Range(0, count).Select(i => $"{{\"index\":{i},\"name\":\"m\"}}"))}}}]}}""";
}
