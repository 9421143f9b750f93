using ProfileSchema.Client.Replies;

namespace ProfileSchema.Client.Tests.Replies;

public sealed class ReplyLimitTests
{
    [Theory]
    [Trait("Clause", "STATUS-7")]
    [InlineData("<profiles>", "<profile/>")]
    [InlineData("", " ")]
    public async Task A_reply_that_does_not_end_is_given_up(string beginning, string part)
    {
        string many = part.PadRight(4_000);
        using Stream body = ReplyBody.Repeating(beginning, many, (ReplyLimits.MaxBytes / many.Length) + 1);

        await Assert.ThrowsAsync<ReplyTooLargeException>(() =>
            StatusReplyReader.ReadAsync(body, TestContext.Current.CancellationToken)
        );
    }

    [Theory]
    [Trait("Clause", "STATUS-7")]
    [InlineData("<response><!-- -->")]
    [InlineData("<response><? ?>")]
    [InlineData("<response><![CDATA[]]>")]
    [InlineData("<response> <a/>")]
    public async Task Many_small_things_do_not_exhaust_the_stack(string reply)
    {
        const string Root = "<response>";
        using Stream body = ReplyBody.Repeating(Root, reply[Root.Length..], 200_000, () => "<batchSize>7</batchSize>");
        StatusReply read = await StatusReplyReader.ReadAsync(body, TestContext.Current.CancellationToken);
        Assert.Equal(7, read.BatchSize);
    }

    [Theory]
    [Trait("Clause", "STATUS-7")]
    [InlineData("<{0}/>")]
    [InlineData("<a {0}='1'/>")]
    [InlineData("<a xmlns:{0}='{0}'/>")]
    public async Task Names_without_end_are_not_kept(string element)
    {
        IEnumerable<string> elements = Enumerable
            .Range(0, ReplyLimits.MaxNames + 1)
            .Select(i => element.Replace("{0}", $"n{i}", StringComparison.Ordinal));
        await Assert.ThrowsAsync<ReplyTooLargeException>(() => Read($"<response>{string.Concat(elements)}</response>"));
    }

    [Theory]
    [Trait("Clause", "STATUS-7")]
    [InlineData("<", "a", "")]
    [InlineData("<a b='", ">", "'")]
    [InlineData("<a b=\"", "'", "\"")]
    [InlineData("<a b='", "&", "'")]
    [InlineData("<a b='", "<", "'")]
    [InlineData("<a", " ", "")]
    [InlineData("<a></a", " ", "")]
    public async Task A_tag_is_only_so_long(string beginning, string part, string end)
    {
        string filling = string.Concat(Enumerable.Repeat(part, ReplyLimits.MaxTagLength));
        await Read(beginning + filling[(beginning.Length + end.Length)..] + end + ">");
        await Assert.ThrowsAsync<ReplyTooLargeException>(() => Read(beginning + filling + end + ">"));
    }

    [Fact]
    [Trait("Clause", "STATUS-7")]
    public async Task Elements_go_32_deep_and_no_deeper()
    {
        string deepest = string.Concat(Enumerable.Repeat("<a>", ReplyLimits.MaxDepth));
        await Read(deepest);
        await Assert.ThrowsAsync<ReplyTooLargeException>(() => Read(deepest + "<a>"));
        await Assert.ThrowsAsync<ReplyTooLargeException>(() => Read(deepest + "<a/>"));
    }

    [Fact]
    [Trait("Clause", "STATUS-7")]
    public async Task Entities_of_the_replys_own_are_not_expanded()
    {
        const string Bomb =
            "<!DOCTYPE r [<!ENTITY a '10'><!ENTITY x SYSTEM 'file:///etc/hostname'>]>"
            + "<response><status>&x;</status><batchSize>&a;</batchSize></response>";
        Assert.Equal(new StatusReply(null, null, null, null, null, null, null, null, false), await Read(Bomb));
    }

    [Fact]
    [Trait("Clause", "STATUS-7")]
    public async Task Reading_can_be_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        using var body = new ReplyBody(Endless());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            StatusReplyReader.ReadAsync(body, cancellation.Token)
        );

        IEnumerable<ReadOnlyMemory<byte>> Endless()
        {
            yield return "<profiles>"u8.ToArray();
            cancellation.Cancel();
            while (true)
            {
                yield return "<profile/>"u8.ToArray();
            }
        }
    }

    [Fact]
    [Trait("Clause", "STATUS-7")]
    public async Task A_failure_of_the_network_is_told_as_it_is()
    {
        using var body = new ReplyBody(Failing());
        var exception = await Assert.ThrowsAsync<IOException>(() =>
            SingleReplyReader.ReadAsync(body, TestContext.Current.CancellationToken)
        );
        Assert.Equal("reset", exception.Message);

        static IEnumerable<ReadOnlyMemory<byte>> Failing()
        {
            yield return "<response><success>true</success>"u8.ToArray();
            throw new IOException("reset");
        }
    }

    private static Task<StatusReply> Read(string reply) =>
        StatusReplyReader.ReadAsync(ReplyBody.Of(reply), TestContext.Current.CancellationToken);
}
