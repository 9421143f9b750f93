using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Xml.Linq;
using ProfileSchema.Emulator.Faults;

namespace ProfileSchema.Emulator.Tests;

public sealed class ReplyFaultTests : FaultTest
{
    private const string Sound =
        "<response><success>true</success><pcId></pcId><message>Request successfully submitted</message></response>";

    [Theory]
    [InlineData(ReplyFlaw.Truncated, "<response><success>true</success><pcId></pcId><messag")]
    [InlineData(ReplyFlaw.Empty, "")]
    [InlineData(
        ReplyFlaw.Html,
        "<html><head><title>Gateway</title></head><body>Please try again later.<br></body></html>"
    )]
    [InlineData(
        ReplyFlaw.UnescapedAmpersand,
        "<response><edge>one & two&three</edge><success>true</success><pcId></pcId>"
            + "<message>Request successfully submitted</message></response>"
    )]
    [InlineData(
        ReplyFlaw.UnknownElements,
        "<response><region kind=\"eu\"><status>none</status></region><success>true</success><pcId></pcId>"
            + "<message>Request successfully submitted</message><took unit='ms'>7</took></response>"
    )]
    [InlineData(
        ReplyFlaw.WrongCase,
        "<Response><Success>true</Success><PcId></PcId><Message>Request successfully submitted</Message></Response>"
    )]
    [Trait("Clause", "SINGLE-6")]
    public async Task A_flaw_changes_the_reply_and_the_call_takes_effect(ReplyFlaw flaw, string expected)
    {
        await StartWithAsync(TargetOperation.SingleUpdate, Fault.Reply(flaw));
        Assert.Equal(new Answer(HttpStatusCode.OK, expected), await UpdateAsync());
        Assert.Single(Profile("k").Attributes);
        Assert.Equal((200, Fault.Reply(flaw)), (Emulator.Calls[0].ReplyStatus, Emulator.Calls[0].Fault));
        Assert.Equal(Sound, (await UpdateAsync()).Body);
    }

    [Fact]
    [Trait("Clause", "STATUS-2")]
    public async Task White_space_and_a_byte_order_mark_leave_the_reply_well_formed()
    {
        await StartWithAsync(
            TargetOperation.SingleUpdate,
            Fault.Reply(ReplyFlaw.WhiteSpace).With(Fault.Reply(ReplyFlaw.ByteOrderMark))
        );

        byte[] bytes = await BytesAsync();

        Assert.Equal([.. "\uFEFF<?xml"u8], bytes[..8]);

        using var stream = new MemoryStream(bytes);
        string success = XDocument.Load(stream).Root!.Element("success")!.Value;

        Assert.Equal(("true", true), (success.Trim(), success.Length > 4));
    }

    [Fact]
    [Trait("Clause", "STATUS-7")]
    public async Task Hostile_replies_hold_invalid_bytes_an_entity_deep_elements_or_64_MB()
    {
        await StartWithAsync(
            TargetOperation.SingleUpdate,
            Fault.Reply(HostileReply.Garbage),
            Fault.Reply(HostileReply.ExternalEntity),
            Fault.Reply(HostileReply.Deep),
            Fault.Reply(HostileReply.Oversized)
        );

        byte[] garbage = await BytesAsync();

        Assert.Throws<DecoderFallbackException>(() => new UTF8Encoding(false, true).GetString(garbage));

        string entity = (await UpdateAsync()).Body;

        Assert.StartsWith("<!DOCTYPE response [<!ENTITY outside SYSTEM \"file:///", entity, StringComparison.Ordinal);
        Assert.Contains("&outside;", entity, StringComparison.Ordinal);

        string deep = (await UpdateAsync()).Body;

        Assert.Equal(100_000, deep.Split("<a>").Length - 1);
        Assert.True((await UpdateAsync()).Body.Length > 64_000_000);
    }

    [Fact]
    public async Task A_reply_that_breaks_off_throws_though_the_call_takes_effect()
    {
        await StartWithAsync(TargetOperation.BulkUpdate, Fault.Reply(ReplyFlaw.BrokenOff));
        await Assert.ThrowsAsync<HttpRequestException>(() => BatchAsync(File));
        Assert.Equal((1, 3), (Account.BatchCount, Account.ProfileCount));

        // What comes before the break is half of the reply, and its head announces all of it.
        Emulator.Faults.Next(TargetOperation.SingleUpdate, Fault.Reply(ReplyFlaw.BrokenOff));
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, Emulator.BaseAddress.Port, Cancel);
        string head = $"GET /m2/{Code}/profile/update?mbox3rdPartyId=k HTTP/1.1\r\nHost: localhost\r\n\r\n";
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), Cancel);
        using var reader = new StreamReader(socket.GetStream());
        string reply = await reader.ReadToEndAsync(Cancel);
        Assert.Contains($"Content-Length: {Sound.Length}\r\n", reply, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n" + Sound[..(Sound.Length / 2)], reply, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "STATUS-7")]
    public async Task A_trickling_reply_comes_piece_by_piece_on_the_moved_clock()
    {
        var pause = TimeSpan.FromSeconds(5);
        await StartWithAsync(TargetOperation.SingleUpdate, Fault.TricklingReply(pause, pieceBytes: 50));
        Task<Answer> sent = UpdateAsync();
        await UntilAsync(() => Emulator.Faults.HeldCallCount == 1);
        DateTimeOffset started = Clock.GetUtcNow();
        while (!sent.IsCompleted)
        {
            Clock.Advance(pause);
            await Task.Delay(5, Cancel);
        }

        int pieces = (Sound.Length + 49) / 50;
        Assert.InRange(Clock.GetUtcNow() - started, pieces * pause, TimeSpan.MaxValue);
        Assert.Equal(Sound, (await sent).Body);
        Assert.Equal(1, Emulator.Faults.HitCount);
    }

    [Fact]
    [Trait("Clause", "FETCH-2")]
    public async Task A_fetch_takes_flaws_that_need_no_XML_and_refuses_others()
    {
        await StartWithAsync(TargetOperation.Fetch, Fault.Reply(ReplyFlaw.Html), Fault.Reply(ReplyFlaw.Truncated));
        Assert.StartsWith("<html>", (await FetchAsync()).Body, StringComparison.Ordinal);
        Assert.StartsWith("{\"client\"", (await FetchAsync()).Body, StringComparison.Ordinal);
        Assert.EndsWith("}", (await FetchAsync()).Body, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() =>
            Emulator.Faults.Next(TargetOperation.Fetch, Fault.Reply(ReplyFlaw.WrongCase))
        );
    }

    private async Task<byte[]> BytesAsync()
    {
        using var http = new HttpClient();
        var address = new Uri(Emulator.BaseAddress, $"m2/{Code}/profile/update?mbox3rdPartyId=k&profile.a=1");
        return await http.GetByteArrayAsync(address, Cancel);
    }
}
