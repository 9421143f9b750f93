using ProfileSchema.Client.Replies;

namespace ProfileSchema.Client.Tests.Replies;

public sealed class StatusReplyTests
{
    private static readonly StatusReply Nothing = new(null, null, null, null, null, null, null, null, false);

    [Theory]
    [Trait("Clause", "STATUS-2")]
    [InlineData(
        """
            <response>
              <batchId> demo-184 </batchId><status>
                complete
              </status><batchSize> 164 </batchSize><consumedCount>164</consumedCount>
              <new at="1"><status>stuck</status></new>
              <successfulUpdates>100</successfulUpdates><profilesNotFound>60</profilesNotFound>
              <failedUpdates>4</failedUpdates>
            </response>
            """
    )]
    [InlineData(
        "<response><failedUpdates>4</failedUpdates><profilesNotFound>60</profilesNotFound><status>complete</status><successfulUpdates>100</successfulUpdates><consumedCount>164</consumedCount><batchSize>164</batchSize><batchId>demo-184</batchId></response>"
    )]
    public async Task The_present_form_says_what_became_of_the_batch(string reply)
    {
        Assert.Equal(new StatusReply("demo-184", "complete", 164, 164, 100, 60, 4, null, false), await Read(reply));
    }

    [Fact]
    [Trait("Clause", "STATUS-2")]
    public async Task Without_details_there_are_no_counts()
    {
        Assert.Equal(
            Nothing with
            {
                BatchId = "1",
                Status = "incomplete",
                BatchSize = 10,
            },
            await Read("<response><batchId>1</batchId><status>incomplete</status><batchSize>10</batchSize></response>")
        );
    }

    [Theory]
    [Trait("Clause", "STATUS-2")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1.0")]
    [InlineData("1,000")]
    [InlineData("0x1")]
    [InlineData("99999999999999999999")]
    [InlineData("١")]
    [InlineData("")]
    public async Task A_count_that_is_no_number_is_absent(string count)
    {
        Assert.Equal(Nothing, await Read($"<response><batchSize>{count}</batchSize></response>"));
    }

    [Theory]
    [Trait("Clause", "STATUS-2")]
    [InlineData("<response>", "</response>")]
    [InlineData("<profiles xmlns='urn:x'><list>", "</list></profiles>")]
    [InlineData("", "")]
    public async Task The_older_form_is_counted_by_row(string beginning, string end)
    {
        string rows = """
            <profile><id>a & b</id><status> success </status></profile>
            <profile><status>SUCCESS</status><id>b</id></profile>
            <profile><id>c</id><status>error</status></profile><profile><id>d</id><status>failed</status></profile>
            <profile><id>e</id><status>pending</status><more><status>success</status></more></profile>
            <profile><id>f</id><status>lost</status></profile><profile><id>g</id></profile><profile/>
            """;
        Assert.Equal(Nothing with { Rows = new StatusRows(2, 2, 1, 3) }, await Read(beginning + rows + end));
    }

    [Fact]
    [Trait("Clause", "STATUS-2")]
    public async Task A_list_that_breaks_off_says_so()
    {
        StatusReply reply = await Read(
            "<r><profile><id>a</id><status>success</status></profile><profile><id>b</id><status>error</status>"
        );
        Assert.Equal(Nothing with { Rows = new StatusRows(1, 0, 0, 0), IsTruncated = true }, reply);
    }

    [Theory]
    [Trait("Clause", "STATUS-2")]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("trueRequest successfully submitted")]
    [InlineData("<html><status>complete</status></html>")]
    public async Task What_is_no_reply_says_nothing(string reply)
    {
        Assert.Equal(Nothing, await Read(reply));
    }

    private static Task<StatusReply> Read(string reply) =>
        StatusReplyReader.ReadAsync(ReplyBody.Of(reply, 5), TestContext.Current.CancellationToken);
}
