using System.Net;

namespace ProfileSchema.Emulator.Tests;

public sealed class BatchStatusTests : EmulatorTest
{
    private const string File = "batch=thirdPartyId,a\nk1,1\nk2,2\nk%2F3,3\n";
    private static readonly TimeSpan Delay = TimeSpan.FromMinutes(3);

    [Fact]
    [Trait("Clause", "STATUS-2")]
    [Trait("Clause", "STATUS-3")]
    [Trait("Clause", "STATUS-5")]
    [Trait("Clause", "BULK-10")]
    public async Task A_batch_is_incomplete_until_its_time_and_complete_with_counts_then()
    {
        await StartAsync(time => new() { TimeProvider = time, ProcessingDelay = Delay });
        Account.AddProfile("k1");
        DateTimeOffset due = Clock.GetUtcNow() + Delay;
        string url = (await BatchAsync(File, version: "")).Element("batchStatus");
        Clock.Advance(Delay - TimeSpan.FromTicks(1));
        Assert.Equal("incomplete", (await GetAsync(url)).Element("status"));
        Assert.Equal("0", (await GetAsync(url + "&showDetails=true")).Element("consumedCount"));
        Assert.Empty(Profile("k1").Attributes);
        Assert.False(Account.Batches[0].IsComplete);

        Clock.Advance(TimeSpan.FromHours(1));
        string id = Account.Batches[0].Id;
        string brief = $"<batchId>{id}</batchId><status>complete</status><batchSize>3</batchSize>";
        const string Details =
            "<consumedCount>3</consumedCount><successfulUpdates>1</successfulUpdates>"
            + "<profilesNotFound>1</profilesNotFound><failedUpdates>1</failedUpdates>";
        Assert.Equal($"<response>{brief}</response>", (await GetAsync(url)).Body);
        Assert.Equal($"<response>{brief}{Details}</response>", (await GetAsync(url + "&showDetails=true")).Body);
        Assert.Equal(due, Profile("k1").Attributes["a"].ModifiedAt);
    }

    [Fact]
    [Trait("Clause", "STATUS-1")]
    public async Task A_rebuilt_status_url_is_answered_and_reported()
    {
        await StartAsync();
        string url = (await BatchAsync(File)).Element("batchStatus");
        Emulator.ClearCalls();

        await GetAsync(url + "&showDetails=true");

        Assert.Empty(Emulator.Violations);

        Answer rebuilt = await GetAsync(url.Replace("&m2Node=mboxedge19", "", StringComparison.Ordinal));

        Assert.Equal("complete", rebuilt.Element("status"));
        AssertViolated("STATUS-1", refused: false);
    }

    [Theory]
    [InlineData("batchId=none")]
    [InlineData("")]
    [Trait("Clause", "STATUS-4")]
    public async Task An_unknown_batch_gets_a_reason(string query)
    {
        await StartAsync();
        Answer answer = await GetAsync($"m2/{Code}/profile/batchStatus?{query}");
        Assert.Equal((HttpStatusCode.NotFound, "false"), (answer.Status, answer.Element("success")));
        Assert.NotEmpty(answer.Element("message"));
    }

    [Fact]
    [Trait("Clause", "STATUS-4")]
    public async Task Ten_statuses_of_an_account_are_kept()
    {
        await StartAsync();
        var urls = new List<string>();
        for (int batch = 0; batch < 11; batch++)
        {
            urls.Add((await BatchAsync(File)).Element("batchStatus"));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(urls[0])).Status);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(urls[1])).Status);
        Assert.Equal(11, Account.Batches.Count);
    }

    [Fact]
    [Trait("Clause", "STATUS-4")]
    public async Task A_status_is_kept_for_a_day()
    {
        await StartAsync();
        string url = (await BatchAsync(File)).Element("batchStatus");
        Clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(url)).Status);
        Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(url)).Status);
    }

    [Fact]
    [Trait("Clause", "STATUS-4")]
    public async Task Retention_is_an_option_and_does_not_keep_a_batch_from_being_applied()
    {
        await StartAsync(time =>
            new()
            {
                TimeProvider = time,
                ProcessingDelay = Delay,
                KeptStatuses = 1,
            }
        );
        string first = (await BatchAsync("batch=thirdPartyId,a\nk1,1\n")).Element("batchStatus");

        await BatchAsync("batch=thirdPartyId,a\nk2,2\n");

        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(first)).Status);

        Clock.Advance(Delay);
        Assert.Equal("1", Values("k1")["a"]);
    }
}
