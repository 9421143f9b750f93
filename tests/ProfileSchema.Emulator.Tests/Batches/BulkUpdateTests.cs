using System.Net;

namespace ProfileSchema.Emulator.Tests;

public sealed class BulkUpdateTests : EmulatorTest
{
    [Fact]
    [Trait("Clause", "BULK-1")]
    public async Task V1_updates_what_exists_and_counts_the_rest()
    {
        await StartAsync();
        Account.AddProfile("k1");
        await BatchAsync("batch=thirdPartyId,a\nk1,1\nk2,2\n", version: "");
        Assert.Equal("1", Values("k1")["a"]);
        Assert.Equal(1, Account.ProfileCount);
        ReceivedBatch batch = Account.Batches[0];
        Assert.Equal((1, 1, 1), (batch.ApiVersion, batch.SuccessfulUpdates, batch.ProfilesNotFound));
    }

    [Fact]
    [Trait("Clause", "BULK-1")]
    [Trait("Clause", "ID-1")]
    public async Task V2_creates_what_is_missing_by_either_key()
    {
        await StartAsync();
        await BatchAsync("batch=thirdPartyId,a\nk,1\n");
        await BatchAsync("batch=pcId,a\n111492025094307-353046.28_0,2\n");
        Assert.Equal("1", Values("k")["a"]);
        StoredProfile own = Account.FindProfile(TargetId.PcId("111492025094307-353046.28_0"))!;
        Assert.Equal(("2", null), (own.Attributes["a"].Value, own.ThirdPartyId));

        // Both ids of a profile lead to it.
        await BatchAsync($"batch=pcId,b\n{Profile("k").PcId},3\n", version: "");
        Assert.Equal("3", Values("k")["b"]);
    }

    [Fact]
    [Trait("Clause", "ID-1")]
    public async Task Generated_pcIds_are_the_same_for_the_same_seed()
    {
        await StartAsync();

        await BatchAsync("batch=thirdPartyId,a\nk1,1\nk2,1\n");
        string[] first = [.. Account.Profiles.Select(profile => profile.PcId)];

        Assert.Equal(2, first.Distinct().Count());

        await using TargetEmulator again = await TargetEmulator.StartAsync(cancellationToken: Cancel);
        string[] second = [.. Enumerable.Range(1, 2).Select(at => again.GetAccount(Code).AddProfile($"x{at}").PcId)];

        Assert.Equal(first, second);

        await using TargetEmulator other = await TargetEmulator.StartAsync(new() { Seed = 2 }, Cancel);

        Assert.DoesNotContain(other.GetAccount(Code).AddProfile("x1").PcId, first);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("text/plain")]
    [InlineData("")]
    [Trait("Clause", "BULK-2")]
    public async Task Another_content_type_is_refused(string type)
    {
        await StartAsync();
        Answer answer = await BatchAsync("batch=thirdPartyId,a\nk,v\n", type: type);
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "false"), (answer.Status, answer.Element("success")));
        AssertViolated("BULK-2", refused: true);
        Assert.Empty(Account.Batches);
    }

    [Theory]
    [InlineData("v2/")]
    [InlineData("")]
    [Trait("Clause", "BULK-3")]
    [Trait("Clause", "BULK-4")]
    public async Task The_reply_is_the_documented_xml_with_its_unescaped_ampersand(string version)
    {
        await StartAsync();

        Answer answer = await BatchAsync("batch=thirdPartyId,a\nk,v\n", version, FormType + "; charset=utf-8");
        string id = Account.Batches[0].Id;

        Assert.Equal("demo-1767323045000-00000001", id);

        string url = $"{Emulator.BaseAddress}m2/{Code}/{version}profile/batchStatus?batchId={id}&m2Node=mboxedge19";
        Assert.Equal(
            $"<response><success>true</success><batchStatus>{url}</batchStatus>"
                + "<message>Batch submitted for processing</message></response>",
            answer.Body
        );
        Assert.Equal("complete", (await GetAsync(url)).Element("status"));
    }

    [Fact]
    [Trait("Clause", "BULK-1")]
    public async Task A_batch_is_posted()
    {
        await StartAsync();
        Answer answer = await GetAsync($"m2/{Code}/v2/profile/batchUpdate");
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "false"), (answer.Status, answer.Element("success")));
    }

    [Fact]
    [Trait("Clause", "BULK-5")]
    public async Task Bulk_and_status_calls_share_50_in_any_60_seconds()
    {
        await StartAsync();
        string status = (await BatchAsync("batch=thirdPartyId,a\nk,v\n")).Element("batchStatus");
        Clock.Advance(TimeSpan.FromSeconds(30));
        for (int call = 2; call <= 50; call++)
        {
            Assert.Equal(HttpStatusCode.OK, (await GetAsync(status)).Status);
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await GetAsync(status)).Status);
        Clock.Advance(TimeSpan.FromSeconds(30) - TimeSpan.FromTicks(1));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await BatchAsync("batch=thirdPartyId,a\nk,v\n")).Status);
        AssertViolated("BULK-5", refused: true);
        Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(status)).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await GetAsync(status)).Status);

        // Single updates and fetches are not under it.
        Assert.Equal(HttpStatusCode.OK, (await UpdateAsync("mbox3rdPartyId=k&profile.a=b")).Status);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync($"rest/v1/profiles/thirdPartyId/k?client={Code}")).Status);
    }

    [Fact]
    [Trait("Clause", "BULK-5")]
    public async Task The_budget_can_be_switched_off()
    {
        await StartAsync(time => new() { TimeProvider = time, BulkCallsPerMinute = null });
        string status = (await BatchAsync("batch=thirdPartyId,a\nk,v\n")).Element("batchStatus");
        for (int call = 0; call < 60; call++)
        {
            Assert.Equal(HttpStatusCode.OK, (await GetAsync(status)).Status);
        }
    }
}
