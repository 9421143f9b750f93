using System.Net;
using System.Text;
using CsCheck;

namespace ProfileSchema.Client.Tests.Replies;

/// <summary>Generators of replies, whole and broken.</summary>
internal static class ReplyGen
{
    /// <summary>Characters that XML has, of any script.</summary>
    public static readonly Gen<string> Text = Gen.Frequency(
            (4, Gen.Int[0x20, 0x7E]),
            (1, Gen.OneOfConst<int>('&', '<', '>', '"', '\'', ';', '\t', '\n', '\r', ' ')),
            (2, Gen.Int[0xA0, 0xD7FF]),
            (1, Gen.Int[0xE000, 0xFFFD]),
            (1, Gen.Int[0x10000, 0x10FFFF])
        )
        .Array[0, 100]
        .Select(runes => string.Concat(runes.Select(rune => new Rune(rune).ToString())));

    private static readonly string[] Whole =
    [
        "<response><success>true</success><pcId>1-2.28_0</pcId><message>Request &amp; more</message></response>",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<response><success>true</success><batchStatus>http://mboxedge21"
            + ".tt.omtrdc.net/m2/demo/profile/batchStatus?batchId=1&m2Node=00</batchStatus><message>é</message></response>",
        "<response><batchId>1</batchId><status>complete</status><batchSize>4</batchSize><x:y xmlns:x=\"u\" x:a='1'/>"
            + "<consumedCount>4</consumedCount><![CDATA[x]]><!-- c --><failedUpdates>0</failedUpdates></response>",
        "<profiles><profile><id>a</id><status>success</status></profile><profile><id>b</id><status>error</status>"
            + "</profile></profiles>",
        "trueRequest successfully submitted",
    ];

    private static readonly string[] Scraps =
    [
        "&",
        "&#",
        "<",
        ">",
        "</",
        "<response>",
        "</response>",
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>",
        "&e;",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "<?xml version='1.1'?>",
        "<?",
        "?>",
        "\0",
        "\uFEFF",
        "xmlns:x=''",
        "<a:b/>",
        "<profile/>",
        "<success/>",
    ];

    /// <summary>A reply in which something was cut, doubled, overwritten or put in, up to eight times.</summary>
    public static readonly Gen<byte[]> Mutilated = Gen.Select(
        Gen.OneOfConst(Whole),
        Gen.Select(Gen.Int[0, 4], Gen.Double[0, 1], Gen.Double[0, 1], Gen.OneOfConst(Scraps), Gen.Byte).Array[0, 8],
        (whole, mutilations) =>
            mutilations.Aggregate(
                Encoding.UTF8.GetBytes(whole),
                (bytes, m) => Mutilate(bytes, m.Item1, m.Item2, m.Item3, m.Item4, m.Item5)
            )
    );

    /// <summary>What an entity stands for, by another decoder than the one under test; itself if XML has no such thing.</summary>
    public static string Decode(string entity)
    {
        string decoded = WebUtility.HtmlDecode(entity);
        bool isXml = decoded.Length == 2 || System.Xml.XmlConvert.IsXmlChar(decoded[0]);
        return isXml ? decoded : entity;
    }

    private static byte[] Mutilate(byte[] bytes, int kind, double from, double to, string scrap, byte value)
    {
        int start = (int)(Math.Min(from, to) * bytes.Length);
        int end = (int)(Math.Max(from, to) * bytes.Length);
        return kind switch
        {
            0 => bytes[..start],
            1 => [.. bytes[..start], .. bytes[end..]],
            2 => [.. bytes[..end], .. bytes[start..]],
            3 => [.. bytes[..start], value, .. bytes[Math.Min(bytes.Length, start + 1)..]],
            _ => [.. bytes[..start], .. Encoding.UTF8.GetBytes(scrap), .. bytes[start..]],
        };
    }
}
