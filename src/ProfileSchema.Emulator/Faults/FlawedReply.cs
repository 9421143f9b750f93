using System.Text;
using System.Text.RegularExpressions;
using ProfileSchema.Emulator.Replies;

namespace ProfileSchema.Emulator.Faults;

/// <summary>Changes replies as text: an XML writer refuses to write most of these.</summary>
internal static partial class FlawedReply
{
    private const string Root = "<response>";
    private const string RootEnd = "</response>";
    private const string Page =
        "<html><head><title>Gateway</title></head><body>Please try again later.<br></body></html>";
    private const int Depth = 100_000;
    private const int OversizedBytes = 65_000_000; // STATUS-7

    private static readonly byte[] Garbage = [0x00, 0xFF, 0xFE, 0x1F, 0x8B, 0x08, 0xC3, 0x28, 0xED, 0xA0, 0x80];

    public static Reply Make(Reply reply, ReplyFlaw flaw) =>
        flaw switch
        {
            ReplyFlaw.BrokenOff => reply with { BreaksOffAt = reply.Body.Length / 2 },
            ReplyFlaw.Truncated => reply with { Body = reply.Body[..(reply.Body.Length / 2)] },
            ReplyFlaw.Empty => reply with { Body = default },
            ReplyFlaw.Html => new Reply(200, "text/html", Encoding.UTF8.GetBytes(Page)),
            ReplyFlaw.ByteOrderMark => reply with { Body = (byte[])[.. Encoding.UTF8.Preamble, .. reply.Body.Span] },
            _ => MakeXml(reply, xml => Rewrite(xml, flaw)),
        };

    // STATUS-7
    public static Reply Make(Reply reply, HostileReply kind) =>
        kind switch
        {
            HostileReply.Garbage => reply with { Body = Garbage },
            _ => MakeXml(reply, xml => Rewrite(xml, kind)),
        };

    private static Reply MakeXml(Reply reply, Func<string, string> rewrite)
    {
        string xml = Encoding.UTF8.GetString(reply.Body.Span);
        return xml.StartsWith(Root, StringComparison.Ordinal)
            ? reply with
            {
                Body = Encoding.UTF8.GetBytes(rewrite(xml)),
            }
            : reply;
    }

    private static string Rewrite(string xml, ReplyFlaw flaw) =>
        flaw switch
        {
            ReplyFlaw.UnescapedAmpersand => Begin(xml, "<edge>one & two&three</edge>"),
            ReplyFlaw.UnknownElements => End(
                Begin(xml, "<region kind=\"eu\"><status>none</status></region>"),
                "<took unit='ms'>7</took>"
            ),
            ReplyFlaw.WrongCase => TagName().Replace(xml, tag => tag.Value.ToUpperInvariant()),
            _ => "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n"
                + xml.Replace("</", "\n  </", StringComparison.Ordinal)
                    .Replace(">", ">\r\n\t ", StringComparison.Ordinal),
        };

    private static string Rewrite(string xml, HostileReply kind) =>
        kind switch
        {
            HostileReply.ExternalEntity => "<!DOCTYPE response [<!ENTITY outside SYSTEM \"file:///etc/hostname\">]>"
                + Begin(xml, "<edge>&outside;</edge>"),
            HostileReply.Deep => Begin(xml, Repeat("<a>", Depth) + Repeat("</a>", Depth)),
            _ => Begin(xml, new string(' ', OversizedBytes)),
        };

    private static string Begin(string xml, string addition) => Root + addition + xml[Root.Length..];

    private static string End(string xml, string addition) => xml[..^RootEnd.Length] + addition + RootEnd;

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();

    [GeneratedRegex("</?[a-z]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex TagName();
}

/// <summary>A reply that no service sends by accident (STATUS-7).</summary>
internal enum HostileReply
{
    /// <summary>The body is not valid UTF-8.</summary>
    Garbage,

    /// <summary>The body declares and uses an external entity.</summary>
    ExternalEntity,

    /// <summary>The body has elements that are nested 100,000 deep.</summary>
    Deep,

    /// <summary>The body contains more than 64 MB of white space.</summary>
    Oversized,
}
