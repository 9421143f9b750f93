using ProfileSchema.Client.Replies;

namespace ProfileSchema.Client.Tests.Replies;

public sealed class SingleReplyTests
{
    private const string Submitted = "Request successfully submitted";

    [Theory]
    [Trait("Clause", "SINGLE-6")]
    [InlineData($"<response><success>true</success><pcId>1-2.28_0</pcId><message>{Submitted}</message></response>")]
    [InlineData($"<response><message>{Submitted}</message><pcId>1-2.28_0</pcId><success>true</success></response>")]
    [InlineData(
        $"""
            <?xml version="1.0" encoding="ISO-8859-1" standalone="yes"?>
            <!-- a & b <![CDATA[ -->
            <response at="1 & 2">
              <unknown><success>false</success></unknown><empty/>
              <success> TRUE
              </success><pcId>1-2.28_0</pcId><message><![CDATA[{Submitted}]]></message>
            </response>
            """
    )]
    [InlineData(
        $"""<t:response xmlns:t="urn:t" xmlns="urn:d"><t:success>True</t:success><pcId>1-2.28_0</pcId><message>{Submitted}</message></t:response>"""
    )]
    [InlineData(
        $"\uFEFF \r\n<?xml version='1.0'?><response><success>true</success><pcId>1-2.28_0</pcId><message>{Submitted}</message></response>trailing & <"
    )]
    [InlineData(
        $"<response>\0\u0001<success>tr\u0002ue</success><pcId>1-2.28_0</pcId><message>{Submitted}</message></response>"
    )]
    public async Task Every_way_to_write_it_reads_the_same(string reply)
    {
        Assert.Equal(new SingleReply(true, "1-2.28_0", Submitted), await Read(reply));
    }

    [Theory]
    [Trait("Clause", "SINGLE-6")]
    [InlineData($"true{Submitted}", true, Submitted)]
    [InlineData($"\uFEFF\n true\n {Submitted}\n", true, Submitted)]
    [InlineData("true1-2.28_0Request & more", true, "1-2.28_0Request & more")]
    [InlineData("falseNo such client", false, "No such client")]
    [InlineData("False", false, null)]
    public async Task A_reply_without_tags_begins_with_its_answer(string reply, bool success, string? message)
    {
        Assert.Equal(new SingleReply(success, null, message), await Read(reply));
    }

    [Theory]
    [Trait("Clause", "SINGLE-6")]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("""{"success":true,"message":"no XML"}""")]
    [InlineData("<!DOCTYPE html><html><head><title>Sorry</title></head><body>true<br>It is down</body></html>")]
    [InlineData("<html><body><success>true</success></body></html>")]
    [InlineData("<success>true</success>")]
    [InlineData("<response><inner><success>true</success></inner></response>")]
    [InlineData("<response><success>yes</success></response>")]
    [InlineData("<response><success/></response>")]
    [InlineData("<!DOCTYPE r [<!ENTITY t 'true'>]><response><success>&t;</success></response>")]
    public async Task What_is_no_reply_says_nothing(string reply)
    {
        Assert.Null((await Read(reply)).Success);
    }

    [Theory]
    [Trait("Clause", "SINGLE-6")]
    [InlineData("<response><success>true</success><pcId/><message> \n </message></response>")]
    [InlineData("<response><success>true</success><pcId></pcId></response>")]
    public async Task What_is_empty_is_absent(string reply)
    {
        Assert.Equal(new SingleReply(true, null, null), await Read(reply));
    }

    [Theory]
    [Trait("Clause", "SINGLE-6")]
    [InlineData("<response><success>true</success><pcId>1-2", true)]
    [InlineData("<response><success>true</success><pcId>1-2</pc", true)]
    [InlineData("<response><success>true</success><pcId>1-2</message>", true)]
    [InlineData("<response><success>true</succ", null)]
    [InlineData("<response><success>true", null)]
    public async Task A_reply_that_breaks_off_gives_what_was_whole(string reply, bool? success)
    {
        Assert.Equal(new SingleReply(success, null, null), await Read(reply));
    }

    [Fact]
    [Trait("Clause", "SINGLE-6")]
    public async Task Bytes_that_are_no_text_show_in_a_message_and_make_an_id_absent()
    {
        byte[] reply =
        [
            .. "<response><success>true</success><pcId>1\u00FF2</pcId><message>a\u00FFb</message></response>".Select(
                c => (byte)c
            ),
        ];
        Assert.Equal(
            new SingleReply(true, null, "a\uFFFDb"),
            await SingleReplyReader.ReadAsync(ReplyBody.Of(reply), TestContext.Current.CancellationToken)
        );
    }

    private static Task<SingleReply> Read(string reply) =>
        SingleReplyReader.ReadAsync(ReplyBody.Of(reply), TestContext.Current.CancellationToken);
}
