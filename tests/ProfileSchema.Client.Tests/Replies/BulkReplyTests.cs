using System.Net;
using CsCheck;
using ProfileSchema.Client.Replies;

namespace ProfileSchema.Client.Tests.Replies;

public sealed class BulkReplyTests
{
    private const string Address =
        "http://mboxedge21.tt.omtrdc.net/m2/demo/profile/batchStatus?batchId=demo-184&m2Node=00&mboxPC=1-2.28_0";

    [Theory]
    [Trait("Clause", "BULK-4")]
    [InlineData("&")]
    [InlineData("&amp;")]
    [InlineData("&#38;")]
    [InlineData("&#x26;")]
    [InlineData("<![CDATA[&]]>")]
    public async Task The_ampersands_of_a_status_url_may_be_written_in_any_way(string ampersand)
    {
        string reply =
            $"<response><success>true</success><batchStatus>\n {Address.Replace("&", ampersand, StringComparison.Ordinal)}\n"
            + "</batchStatus><message>Batch submitted</message></response>";
        foreach (int partSize in (int[])[1, 7, 4096])
        {
            Assert.Equal(new BulkReply(true, Address, "Batch submitted"), await Read(reply, partSize));
        }
    }

    [Theory]
    [Trait("Clause", "BULK-4")]
    [InlineData("a=1&ampere=2&lt=3&gt;&quot;&apos;&copy;", "a=1&ampere=2&lt=3>\"'&copy;")]
    [InlineData(
        "&&amp;&;&#;&#x;&#0;&#xD800;&#99999999;&#x00000000000000000026;",
        "&&&;&#;&#x;&#0;&#xD800;&#99999999;&#x00000000000000000026;"
    )]
    [InlineData("&#x1F600;&#10;&# 38;&", "\U0001F600\n&# 38;&")]
    [InlineData("<![CDATA[&amp;a&b<c>]]>&<![CDATA[&]]>", "&amp;a&b<c>&&")]
    [InlineData("<![CDATA[]] > ]]]>]<![CDATA[>]]>&<![CDATA[amp;]]>", "]] > ]]>&amp;")]
    [InlineData("1 < 2 <3 <= 4", "1 < 2 <3 <= 4")]
    [InlineData("a<!-- & ]]> <![CDATA[ -->&b<? & ?>&c", "a&b&c")]
    public async Task An_ampersand_begins_an_entity_only_where_one_is(string written, string read)
    {
        string reply = $"<response><success>false</success><message>{written}</message></response>";
        foreach (int partSize in (int[])[1, 2, 5, 4096])
        {
            Assert.Equal(new BulkReply(false, null, read), await Read(reply, partSize));
        }
    }

    [Theory]
    [Trait("Clause", "BULK-3")]
    [InlineData(
        "<response><success>false</success><batchStatus></batchStatus><message>Bad &amp; long</message></response>"
    )]
    [InlineData("<response><success>False</success><batchStatus/><message>Bad & long</message></response>")]
    public async Task A_refusal_has_a_message_and_no_address(string reply)
    {
        Assert.Equal(new BulkReply(false, null, "Bad & long"), await Read(reply));
    }

    [Theory]
    [Trait("Clause", "BULK-3")]
    [InlineData("trueRequest successfully submitted")]
    [InlineData("<html><p>502 Bad Gateway</html>")]
    [InlineData("")]
    public async Task What_is_no_reply_says_nothing(string reply)
    {
        Assert.Equal(new BulkReply(null, null, null), await Read(reply));
    }

    [Fact]
    [Trait("Clause", "BULK-3")]
    public async Task A_value_too_long_is_shortened_if_it_is_a_message_and_absent_if_it_is_an_address()
    {
        string longest = new('x', ReplyLimits.MaxValueLength);
        string blank = new(' ', ReplyLimits.MaxValueLength);
        Assert.Equal(
            new BulkReply(true, longest, longest),
            await Read(Reply(blank + longest + blank, blank + longest + blank))
        );
        Assert.Equal(new BulkReply(true, null, longest), await Read(Reply(longest + "y", longest + "y")));

        static string Reply(string address, string message) =>
            $"<response><success>true</success><batchStatus>{address}</batchStatus><message>{message}</message></response>";
    }

    [Fact]
    [Trait("Clause", "BULK-4")]
    public Task Any_message_comes_through_as_it_was()
    {
        return Gen.Select(ReplyGen.Text, Gen.Int[1, 40])
            .SampleAsync(
                async (message, partSize) =>
                {
                    // A parser of XML reads a CR, written as such, as a line's end.
                    string escaped = WebUtility.HtmlEncode(message).Replace("\r", "&#13;", StringComparison.Ordinal);
                    string reply = $"<response><message>{escaped}</message><success>true</success></response>";
                    string? expected = message.Trim() is { Length: > 0 } text ? text : null;
                    Assert.Equal(new BulkReply(true, null, expected), await Read(reply, partSize));
                }
            );
    }

    [Fact]
    [Trait("Clause", "BULK-4")]
    public Task Ampersands_in_any_text_need_no_escape()
    {
        Gen<string> parameters = Gen.Char["&abglmpqtu#;x=19"].Array[1, 40].Select(units => new string(units));
        return parameters.SampleAsync(async query =>
        {
            // An independent reading of the clause.
            string read = System.Text.RegularExpressions.Regex.Replace(
                query,
                "&(amp|lt|gt|quot|apos|#[0-9]{1,5}|#x[0-9a-f]{1,5});",
                match => ReplyGen.Decode(match.Value)
            );
            string reply = $"<response><success>true</success><batchStatus>https://h/?{query}</batchStatus></response>";
            Assert.Equal($"https://h/?{read}".Trim(), (await Read(reply)).BatchStatus);
        });
    }

    private static Task<BulkReply> Read(string reply, int partSize = int.MaxValue) =>
        BulkReplyReader.ReadAsync(ReplyBody.Of(reply, partSize), TestContext.Current.CancellationToken);
}
