using System.Net;

namespace ProfileSchema.Emulator.Tests;

public sealed class RuleTests : EmulatorTest
{
    private static readonly string LongestId = new('x', 256);
    private static readonly string LongestName = new('n', 128);

    [Theory]
    [InlineData("a%2Bb", "ID-3")]
    [InlineData("a%2Fb", "ID-3")]
    [InlineData("", "ID-4")]
    [InlineData("%20", "ID-4")]
    [InlineData(".", "ID-4")]
    [InlineData("..", "ID-4")]
    [InlineData("a%0Ab", "ID-4")]
    [InlineData("%00", "ID-4")]
    [Trait("Clause", "ID-3")]
    [Trait("Clause", "ID-4")]
    public async Task An_id_that_none_may_have_is_refused(string id, string clause)
    {
        await StartAsync();
        Answer answer = await UpdateAsync($"mbox3rdPartyId={id}&profile.p=v");
        Assert.Equal((HttpStatusCode.BadRequest, "false"), (answer.Status, answer.Element("success")));
        await BatchAsync($"batch=thirdPartyId,p\n{id},v\n");
        Assert.Equal(1, Account.Batches[0].FailedUpdates);
        Assert.Equal(clause, Assert.Single(Account.Batches[0].Violations).Rule);
        Assert.Equal(0, Account.ProfileCount);
    }

    [Fact]
    [Trait("Clause", "ID-3")]
    public async Task A_third_party_id_has_at_most_256_characters()
    {
        await StartAsync();
        await BatchAsync($"batch=thirdPartyId,p\n{LongestId},v\n{LongestId}x,v\n");
        Assert.Equal(LongestId, Assert.Single(Account.Profiles).ThirdPartyId);
        AssertViolated("ID-3", refused: true);
    }

    [Fact]
    [Trait("Clause", "ID-3")]
    public async Task A_pcId_is_not_bound_to_the_rule_of_third_party_ids()
    {
        await StartAsync();
        await BatchAsync($"batch=pcId,p\n{LongestId}x,v\n");
        Assert.NotNull(Account.FindProfile(TargetId.PcId(LongestId + "x")));
    }

    [Fact]
    [Trait("Clause", "NAME-2")]
    public async Task A_name_has_at_most_128_characters()
    {
        await StartAsync();
        Account.AddProfile("k");
        Assert.Equal("true", (await UpdateAsync($"mbox3rdPartyId=k&profile.{LongestName}=v")).Element("success"));
        Assert.Equal("true", (await BatchAsync($"batch=thirdPartyId,{LongestName}\nk,v\n")).Element("success"));
        Assert.Empty(Emulator.Violations);

        Answer single = await UpdateAsync($"mbox3rdPartyId=k&profile.{LongestName}n=v");
        Assert.Equal((HttpStatusCode.BadRequest, "false"), (single.Status, single.Element("success")));
        Assert.Equal("false", (await BatchAsync($"batch=thirdPartyId,{LongestName}n\nk,v\n")).Element("success"));
        Assert.All(
            Emulator.Violations,
            violation => Assert.Equal(("NAME-2", true), (violation.Rule, violation.Declined))
        );
    }

    [Theory]
    [InlineData("user.score")]
    [InlineData("mobile.deviceVendor")]
    [InlineData("geolocation.city")]
    [InlineData("browserTime")]
    [InlineData("averageDaysBetweenVisits")]
    [InlineData("sessionCount")]
    [InlineData("activeActivities")]
    [InlineData("activeCampaigns")]
    [InlineData("categoryAffinity")]
    [InlineData("mboxSession")]
    [InlineData("pcId")]
    [InlineData("thirdPartyId")]
    [InlineData("batch")]
    [Trait("Clause", "NAME-3")]
    public async Task A_system_name_is_reported(string name)
    {
        await StartAsync();
        Account.AddProfile("k");
        await UpdateAsync($"mbox3rdPartyId=k&profile.{name}=v");
        await BatchAsync($"batch=thirdPartyId,{name}\nk,v\n");
        Assert.Equal(["NAME-3", "NAME-3"], Emulator.Violations.Select(violation => violation.Rule));
    }

    [Theory]
    [InlineData("mobileNumber")]
    [InlineData("username")]
    [InlineData("BrowserTime")]
    [InlineData("address.city")]
    [Trait("Clause", "NAME-3")]
    [Trait("Clause", "NAME-4")]
    public async Task A_name_that_only_resembles_one_is_not(string name)
    {
        await StartAsync();
        await BatchAsync($"batch=thirdPartyId,{name}\nk,v\n");
        Assert.Empty(Emulator.Violations);
    }

    [Fact]
    [Trait("Clause", "NAME-1")]
    public async Task A_doubled_prefix_is_reported_and_kept()
    {
        await StartAsync();
        await BatchAsync("batch=thirdPartyId,profile.a\nk,v\n");
        Assert.Equal("v", Values("k")["profile.a"]);
        AssertViolated("NAME-1", refused: false);
    }
}
