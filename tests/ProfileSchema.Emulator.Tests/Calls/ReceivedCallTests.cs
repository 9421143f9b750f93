using System.Text;

namespace ProfileSchema.Emulator.Tests;

public sealed class ReceivedCallTests : EmulatorTest
{
    [Fact]
    [Trait("Clause", "SINGLE-1")]
    public async Task A_call_is_recorded_byte_for_byte_before_its_reply()
    {
        await StartAsync();
        const string Form = "mbox3rdPartyId=m%20%2B&profile.a=%E6%97%A5";

        await SendAsync(
            HttpMethod.Post,
            $"m2/{Code}/profile/update?profile.b=%7c",
            Encoding.UTF8.GetBytes(Form),
            headers: headers => headers.Add("X-Probe", ["1", "2"])
        );
        ReceivedCall call = Assert.Single(Emulator.Calls);

        Assert.Equal((1L, "POST", 400), (call.Number, call.Method, call.ReplyStatus));
        Assert.Equal((TargetOperation.SingleUpdate, Code), (call.Operation, call.ClientCode));
        Assert.Equal(($"/m2/{Code}/profile/update", "profile.b=%7c"), (call.Path, call.RawQuery));
        Assert.Equal(Form, Encoding.UTF8.GetString(call.Body.Span));
        Assert.Equal(Form.Length, call.BodyLength);
        Assert.Equal(Clock.GetUtcNow(), call.ReceivedAt);
        Assert.Equal(FormType, call.Headers["content-type"]);
        Assert.Equal("1,2", call.Headers["x-probe"].Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal([new("profile.b", "|"), new("mbox3rdPartyId", "m +"), new("profile.a", "日")], call.Parameters);
        Assert.Equal(["URL-2", "ID-3"], call.Violations.Select(violation => violation.Rule));
    }

    [Fact]
    public async Task Bodies_and_calls_are_dropped_where_the_options_say_so()
    {
        await StartAsync(time =>
            new()
            {
                TimeProvider = time,
                RecordBodies = false,
                MaxRecordedCalls = 2,
            }
        );
        for (int call = 0; call < 3; call++)
        {
            await BatchAsync("batch=thirdPartyId,a\nk,v\n");
        }

        Assert.Equal([2L, 3L], Emulator.Calls.Select(call => call.Number));
        Assert.All(Emulator.Calls, call => Assert.True(call.Body.IsEmpty && call.BodyLength > 0));
        Assert.Equal(3, Emulator.CallCount);
        Assert.Equal("v", Values("k")["a"]);
        Emulator.ClearCalls();
        Assert.Equal((0, 0L), (Emulator.Calls.Count, Emulator.CallCount));
    }

    [Theory]
    [InlineData("Cookie", "HTTP-1")]
    [InlineData("traceparent", "HTTP-1")]
    [InlineData("tracestate", "HTTP-1")]
    [InlineData("Request-Id", "HTTP-1")]
    [InlineData("baggage", "HTTP-1")]
    [InlineData("Correlation-Context", "HTTP-1")]
    [InlineData("x-api-key", "AUTH-4")]
    [Trait("Clause", "HTTP-1")]
    [Trait("Clause", "AUTH-4")]
    public async Task Headers_that_must_not_travel_are_reported(string header, string clause)
    {
        await StartAsync();
        Account.AddProfile("m");
        string target = $"rest/v1/profiles/thirdPartyId/m?client={Code}";
        await GetAsync(target);
        Assert.Empty(Emulator.Violations);
        await SendAsync(HttpMethod.Get, target, headers: headers => headers.TryAddWithoutValidation(header, "x"));
        Assert.Equal(clause, Assert.Single(Emulator.Violations).Rule);
    }

    [Fact]
    public async Task A_thousand_violations_are_kept_and_all_are_counted()
    {
        await StartAsync();
        await BatchAsync("batch=thirdPartyId,a\n" + new StringBuilder().Insert(0, "k,+\n", 1_500));
        Assert.Equal(1_000, Emulator.Violations.Count);
        Assert.Equal(1_500, Emulator.ViolationCount);
    }

    [Fact]
    [Trait("Clause", "HTTP-2")]
    public async Task No_ToString_shows_an_id_a_value_or_a_token()
    {
        await StartAsync(time => new() { TimeProvider = time, RequiredToken = "secret" });
        Account.AddProfile("secret", "secret-pc", "secret-ec", [new("a", "secret")]);

        await SendAsync(
            HttpMethod.Post,
            $"m2/{Code}/v2/profile/batchUpdate?secret",
            Encoding.UTF8.GetBytes("batch=thirdPartyId,a\nsecret,secret+\nsecret/,secret\n"),
            headers: headers => headers.TryAddWithoutValidation("Authorization", "Bearer secret")
        );
        StoredProfile profile = Profile("secret");
        object[] shown =
        [
            Emulator,
            Account,
            profile,
            profile.Attributes["a"],
            TargetId.ThirdPartyId("secret"),
            Emulator.Calls[0],
            Account.Batches[0],
            .. Emulator.Violations,
            new TargetEmulatorOptions { RequiredToken = "secret" },
        ];

        Assert.True(Emulator.Violations.Count > 1);
        Assert.All(shown, item => Assert.DoesNotContain("secret", item.ToString(), StringComparison.Ordinal));
    }
}
