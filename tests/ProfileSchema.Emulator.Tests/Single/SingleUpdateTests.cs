using System.Net;
using System.Text;

namespace ProfileSchema.Emulator.Tests;

public sealed class SingleUpdateTests : EmulatorTest
{
    private const string Submitted = "Request successfully submitted";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Clause", "SINGLE-1")]
    [Trait("Clause", "NAME-1")]
    public async Task A_known_profile_is_updated(bool byPost)
    {
        await StartAsync();
        Account.AddProfile("m-1", attributes: [new("tier", "silver"), new("old", "kept")]);
        Clock.Advance(TimeSpan.FromHours(1));
        const string Form = "mbox3rdPartyId=m-1&profile.tier=gold&profile.home.city=S%C3%A3o%20Paulo";
        Answer answer = byPost ? await UpdateAsync(Form) : await UpdateByGetAsync(Form);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        StoredProfile profile = Profile("m-1");
        Assert.Equal("gold", profile.Attributes["tier"].Value);
        Assert.Equal("São Paulo", profile.Attributes["home.city"].Value);
        Assert.Equal("kept", profile.Attributes["old"].Value);
        Assert.Equal(Clock.GetUtcNow(), profile.ModifiedAt);
        Assert.Equal(
            (Clock.GetUtcNow(), 1L),
            (profile.Attributes["tier"].ModifiedAt, profile.Attributes["tier"].CallNumber)
        );
        Assert.Equal(0, profile.Attributes["old"].CallNumber);
        Assert.Empty(Emulator.Violations);
    }

    [Fact]
    [Trait("Clause", "SINGLE-6")]
    public async Task The_reply_is_the_documented_xml()
    {
        await StartAsync();
        Account.AddProfile(pcId: "12-3.28_0");

        Assert.Equal(
            "<response><success>true</success><pcId></pcId><message>Request successfully submitted</message></response>",
            (await UpdateAsync("mbox3rdPartyId=m&profile.a=b")).Body
        );
        Assert.Equal("12-3.28_0", (await UpdateAsync("mboxPC=12-3.28_0&profile.a=b")).Element("pcId"));
        Assert.Equal("b", Account.FindProfile(TargetId.PcId("12-3.28_0"))!.Attributes["a"].Value);
    }

    [Fact]
    [Trait("Clause", "SINGLE-6")]
    public async Task The_stripped_form_has_the_words_without_the_tags()
    {
        await StartAsync(time => new() { TimeProvider = time, SingleReplyForm = SingleReplyForm.Stripped });
        Assert.Equal("true" + Submitted, (await UpdateAsync("mbox3rdPartyId=m&profile.a=b")).Body);
        Assert.StartsWith("false", (await UpdateAsync("profile.a=b")).Body, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "SINGLE-4")]
    public async Task An_unknown_profile_is_neither_created_nor_given_away()
    {
        await StartAsync();
        Account.AddProfile("known");
        Answer known = await UpdateAsync("mbox3rdPartyId=known&profile.a=b");
        Answer unknown = await UpdateAsync("mbox3rdPartyId=unknown&profile.a=b");
        Assert.Equal(known, unknown);
        Assert.Equal(1, Account.ProfileCount);
    }

    [Fact]
    [Trait("Clause", "VALUE-4")]
    [Trait("Clause", "SINGLE-8")]
    public async Task An_empty_value_changes_nothing()
    {
        await StartAsync();
        Account.AddProfile("m", attributes: [new("a", "1")]);
        DateTimeOffset before = Profile("m").ModifiedAt;
        await UpdateAsync("mbox3rdPartyId=m&profile.a=&profile.b=2");
        Assert.Equal(new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" }, Values("m"));
        Assert.Empty(Emulator.Violations);

        await UpdateAsync("mbox3rdPartyId=m&profile.a=");
        Assert.Equal("1", Values("m")["a"]);
        Assert.Equal(before, Profile("m").ModifiedAt);
        AssertViolated("SINGLE-8", refused: false);
    }

    [Fact]
    [Trait("Clause", "SINGLE-2")]
    public async Task A_get_carries_8000_bytes()
    {
        await StartAsync();
        Account.AddProfile("m");
        string start = $"/m2/{Code}/profile/update?mbox3rdPartyId=m&profile.a=";
        string fits = start[1..] + new string('x', 8_000 - start.Length);

        Assert.Equal(HttpStatusCode.OK, (await GetAsync(fits)).Status);

        Answer refused = await GetAsync(fits + "x");

        Assert.Equal((HttpStatusCode.RequestUriTooLong, "false"), (refused.Status, refused.Element("success")));
        Assert.Equal(refused, await GetAsync(fits + new string('x', 50_000)));
        Assert.Equal(8_000 - start.Length, Values("m")["a"].Length);
    }

    [Fact]
    [Trait("Clause", "SINGLE-2")]
    public async Task A_post_carries_60000_bytes()
    {
        await StartAsync();
        Account.AddProfile("m");
        string fits = "mbox3rdPartyId=m&profile.a=".PadRight(60_000, 'x');

        Assert.Equal(HttpStatusCode.OK, (await UpdateAsync(fits)).Status);

        Answer refused = await UpdateAsync(fits + "x");

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "false"), (refused.Status, refused.Element("success")));
        AssertViolated("SINGLE-2", refused: true);
        Assert.Equal(60_001, Emulator.Calls[^1].BodyLength);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("multipart/form-data; boundary=x")]
    [Trait("Clause", "SINGLE-1")]
    public async Task Another_content_type_is_refused(string type)
    {
        await StartAsync();
        byte[] body = Encoding.UTF8.GetBytes("mbox3rdPartyId=m&profile.a=b");
        Answer answer = await SendAsync(HttpMethod.Post, $"m2/{Code}/profile/update", body, type);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.Status);
    }

    [Theory]
    [InlineData("profile.a=b", "ID-1", true)]
    [InlineData("mbox3rdPartyId=m&mboxPC=1&profile.a=b", "ID-1", false)]
    [InlineData("mbox3rdPartyId=m&a=b&profile.c=d", "NAME-1", false)]
    [InlineData("mbox3rdPartyId=m&profile.a=b&profile.a=c", "NAME-1", false)]
    [InlineData("mbox3rdPartyId=m&profile.=b", "NAME-1", true)]
    [InlineData("mbox3rdPartyId=m&profile.a=b&stray", "SINGLE-1", false)]
    [Trait("Clause", "ID-1")]
    [Trait("Clause", "NAME-1")]
    public async Task Doubtful_forms_are_reported(string form, string clause, bool refused)
    {
        await StartAsync();
        Answer answer = await UpdateAsync(form);
        Assert.Equal(refused ? HttpStatusCode.BadRequest : HttpStatusCode.OK, answer.Status);
        AssertViolated(clause, refused);
    }

    [Fact]
    [Trait("Clause", "SINGLE-5")]
    public async Task The_daily_budget_rolls_and_is_not_that_of_bulk_calls()
    {
        await StartAsync(time =>
            new()
            {
                TimeProvider = time,
                SingleUpdatesPerDay = 2,
                BulkCallsPerMinute = 0,
            }
        );
        async Task<HttpStatusCode> Send() => (await UpdateAsync("mbox3rdPartyId=m&profile.a=b")).Status;

        Assert.Equal(HttpStatusCode.OK, await Send());
        Clock.Advance(TimeSpan.FromHours(12));
        Assert.Equal(HttpStatusCode.OK, await Send());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Send());
        Clock.Advance(TimeSpan.FromHours(12));
        Assert.Equal(HttpStatusCode.OK, await Send());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Send());
    }
}
