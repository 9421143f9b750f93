using System.Net;
using System.Text;

namespace ProfileSchema.Emulator.Tests;

public sealed class BatchFileTests : EmulatorTest
{
    private const int LimitBytes = 50_000_000;
    private const int LimitRows = 500_000;

    [Theory]
    [InlineData("thirdPartyId,a\nk,v\n")]
    [InlineData(" batch=thirdPartyId,a\nk,v\n")]
    [InlineData("\uFEFFbatch=thirdPartyId,a\nk,v\n")]
    [InlineData("batch=marketingCloudVisitorId,a\nk,v\n")]
    [InlineData("batch=a,thirdPartyId\nk,v\n")]
    [InlineData("batch=ThirdPartyId,a\nk,v\n")]
    [InlineData("")]
    [Trait("Clause", "BATCH-1")]
    [Trait("Clause", "ID-2")]
    [Trait("Clause", "BULK-3")]
    public async Task A_file_without_its_header_is_refused_with_a_reason(string file)
    {
        await StartAsync();
        Answer answer = await BatchAsync(file);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(("false", ""), (answer.Element("success"), answer.Element("batchStatus")));
        Assert.NotEmpty(answer.Element("message"));
        AssertViolated("BATCH-1", refused: true);
        Assert.Empty(Account.Batches);
    }

    [Theory]
    [InlineData("batch=thirdPartyId,a\n", "BATCH-2", true)]
    [InlineData("batch=thirdPartyId\nk\n", "BATCH-1", false)]
    [InlineData("batch=thirdPartyId,a,a\nk,1,2\n", "BATCH-1", false)]
    [InlineData("batch=thirdPartyId,a,\nk,1,2\n", "NAME-1", true)]
    [InlineData("batch=thirdPartyId,%GG\nk,1\n", "URL-1", true)]
    [InlineData("batch=thirdPartyId, a\nk,1\n", "URL-2", false)]
    [Trait("Clause", "BATCH-1")]
    [Trait("Clause", "BATCH-2")]
    public async Task A_doubtful_header_is_judged(string file, string clause, bool refused)
    {
        await StartAsync();
        Assert.Equal(refused ? "false" : "true", (await BatchAsync(file)).Element("success"));
        AssertViolated(clause, refused);
    }

    [Fact]
    [Trait("Clause", "BATCH-2")]
    public async Task Trailing_cells_may_be_left_off_and_surplus_ones_fail_the_row()
    {
        await StartAsync();
        await BatchAsync("batch=thirdPartyId,a,b,c\nk1,1\nk2,1,,3\nk3,1,2,3,4\nk4,1,2,3,\nk5,1,2,3\n");
        Assert.Equal(["k1", "k2", "k5"], Account.Profiles.Select(profile => profile.ThirdPartyId));
        Assert.Equal(["a", "c"], Values("k2").Keys);
        Assert.Equal([3, 4], Account.Batches[0].Violations.Select(violation => violation.Row));
        Assert.All(Account.Batches[0].Violations, violation => Assert.Equal("BATCH-2", violation.Rule));
    }

    [Theory]
    [InlineData("batch=thirdPartyId,a\nk,v")]
    [InlineData("batch=thirdPartyId,a\r\nk,v\n")]
    [InlineData("batch=thirdPartyId,a\nk,v\r\n")]
    [Trait("Clause", "BATCH-3")]
    public async Task Lines_that_do_not_end_with_LF_alone_are_read_and_reported(string file)
    {
        await StartAsync();
        await BatchAsync(file);
        Assert.Equal("v", Values("k")["a"]);
        Assert.Equal("BATCH-3", Assert.Single(Emulator.Violations).Rule);
    }

    [Fact]
    [Trait("Clause", "BATCH-4")]
    public async Task A_file_of_50_000_000_bytes_is_taken_and_one_more_is_refused()
    {
        await StartAsync();
        string rows = new StringBuilder().Insert(0, $"k,{new string('v', 49_997)}\n", 999).ToString();
        string file = $"batch=thirdPartyId,a\n{rows}";
        string fits = file + "k," + new string('v', LimitBytes - file.Length - 3) + "\n";
        Assert.Equal(LimitBytes, fits.Length);
        Assert.Equal("true", (await BatchAsync(fits)).Element("success"));

        Answer refused = await BatchAsync(fits + "\n");
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "false"), (refused.Status, refused.Element("success")));
        AssertViolated("BATCH-4", refused: true);
        Assert.Equal(LimitBytes + 1, Emulator.Calls[^1].BodyLength);
    }

    [Fact]
    [Trait("Clause", "BATCH-5")]
    public async Task A_file_of_500_000_rows_is_taken_and_one_more_is_refused()
    {
        await StartAsync();
        string fits = "batch=thirdPartyId,a\n" + new StringBuilder().Insert(0, "k,v\n", LimitRows);
        Assert.Equal("true", (await BatchAsync(fits)).Element("success"));
        Assert.Equal(LimitRows, Account.Batches[0].SuccessfulUpdates);

        Answer refused = await BatchAsync(fits + "k,v\n");
        Assert.Equal((HttpStatusCode.OK, "false"), (refused.Status, refused.Element("success")));
        AssertViolated("BATCH-5", refused: true);
    }

    [Fact]
    [Trait("Clause", "VALUE-6")]
    public async Task A_row_of_64_000_bytes_is_taken_and_one_more_fails()
    {
        await StartAsync();
        string value = new('v', 64_000 - "k1,".Length);
        await BatchAsync($"batch=thirdPartyId,a\nk1,{value}\nk2,{value}v\n");
        Assert.Equal("k1", Assert.Single(Account.Profiles).ThirdPartyId);
        ProtocolViolation violation = Assert.Single(Emulator.Violations);
        Assert.Equal(("VALUE-6", 2, true), (violation.Rule, violation.Row, violation.Declined));
    }

    [Fact]
    [Trait("Clause", "BATCH-6")]
    [Trait("Clause", "VALUE-4")]
    public async Task Empty_cells_change_nothing_and_empty_rows_make_no_profile()
    {
        await StartAsync();
        Account.AddProfile("k1", attributes: [new("a", "old")]);

        await BatchAsync("batch=thirdPartyId,a,b\nk1,,new\nk2,,\nk3\n");

        Assert.Equal(new Dictionary<string, string> { ["a"] = "old", ["b"] = "new" }, Values("k1"));
        Assert.Equal(1, Account.ProfileCount);

        ReceivedBatch batch = Account.Batches[0];
        Assert.Equal(
            (3, 1, 0, 0),
            (batch.ConsumedCount, batch.SuccessfulUpdates, batch.ProfilesNotFound, batch.FailedUpdates)
        );
        Assert.Equal(["BATCH-6", "BATCH-6"], batch.Violations.Select(violation => violation.Rule));
    }
}
