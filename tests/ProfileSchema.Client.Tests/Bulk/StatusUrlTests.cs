using System.Text;
using CsCheck;
using ProfileSchema.Client.Bulk;

namespace ProfileSchema.Client.Tests.Bulk;

public sealed class StatusUrlTests
{
    private const string Path = "/m2/demo/profile/batchStatus?batchId=demo-1";
    private const string Asked = Path + "&showDetails=true";
    private static readonly Uri Base = new("https://demo.tt.omtrdc.net");
    private static readonly Uri Emulator = new("http://127.0.0.1:5055/");

    [Theory]
    [Trait("Clause", "STATUS-6")]
    [InlineData("https://demo.tt.omtrdc.net" + Path, "https://demo.tt.omtrdc.net" + Asked)]
    [InlineData("http://demo.tt.omtrdc.net" + Path, "https://demo.tt.omtrdc.net" + Asked)]
    [InlineData("http://mboxedge21.tt.omtrdc.net" + Path, "https://mboxedge21.tt.omtrdc.net" + Asked)]
    [InlineData("http://mboxedge21.tt.omtrdc.net:80" + Path, "https://mboxedge21.tt.omtrdc.net" + Asked)]
    [InlineData("https://mboxedge21.tt.omtrdc.net:80" + Path, "https://mboxedge21.tt.omtrdc.net" + Asked)]
    [InlineData("http://mboxedge21.tt.omtrdc.net:443" + Path, "https://mboxedge21.tt.omtrdc.net" + Asked)]
    [InlineData("HTTPS://MboxEdge21.TT.omtrdc.NET:443" + Path, "https://mboxedge21.tt.omtrdc.net" + Asked)]
    [InlineData("https://a.b-c.tt.omtrdc.net" + Path, "https://a.b-c.tt.omtrdc.net" + Asked)]
    public void A_host_of_Target_is_asked_over_https(string url, string asked)
    {
        Assert.Equal(asked, Ask(url, Base));
    }

    [Theory]
    [Trait("Clause", "STATUS-6")]
    [InlineData("http://127.0.0.1:5055" + Path, "http://127.0.0.1:5055/")]
    [InlineData("http://[::1]:5055" + Path, "http://[::1]:5055/")]
    [InlineData("http://localhost" + Path, "http://LOCALHOST/")]
    [InlineData("http://localhost:80" + Path, "http://localhost")]
    [InlineData("http://[::1]" + Path, "http://[::1]")]
    [InlineData("https://proxy.example:8443" + Path, "https://proxy.example:8443/target/")]
    public void What_the_base_address_names_is_asked_as_it_is(string url, string baseAddress)
    {
        Assert.Equal(
            url.Replace(":80/", "/", StringComparison.Ordinal) + "&showDetails=true",
            Ask(url, new Uri(baseAddress))
        );
    }

    [Theory]
    [Trait("Clause", "STATUS-6")]
    [InlineData("https://evil-tt.omtrdc.net/")]
    [InlineData("https://eviltt.omtrdc.net/")]
    [InlineData("https://tt.omtrdc.net/")]
    [InlineData("https://.tt.omtrdc.net/")]
    [InlineData("https://a..tt.omtrdc.net/")]
    [InlineData("https://.a.tt.omtrdc.net/")]
    [InlineData("https://tt.omtrdc.net.evil.com/")]
    [InlineData("https://x.tt.omtrdc.net.evil.com/")]
    [InlineData("https://x.tt.omtrdc.net./")]
    [InlineData("https://x.tt.omtrdc.net:8080/")]
    [InlineData("https://x.tt.omtrdc.net:0/")]
    [InlineData("https://x.tt.omtrdc.net:/")]
    [InlineData("https://x.tt.omtrdc.net:+443/")]
    [InlineData("https://x.tt.omtrdc.net:-443/")]
    [InlineData("https://x.tt.omtrdc.net:65979/")]
    [InlineData("https://x.tt.omtrdc.net:4294967739/")]
    [InlineData("https://x.tt.omtrdc.net:80:80/")]
    [InlineData("https://user@x.tt.omtrdc.net/")]
    [InlineData("https://user:443@x.tt.omtrdc.net/")]
    [InlineData("https://@x.tt.omtrdc.net/")]
    [InlineData("https://x.tt.omtrdc.net@evil.com/")]
    [InlineData("https://x.tt.omtrdc.net:443@evil.com/")]
    [InlineData("https://x.tt.omtrdc.net:@evil.com:443/")]
    [InlineData("https://evil.com\\@x.tt.omtrdc.net/")]
    [InlineData("https://evil.com\\.tt.omtrdc.net/")]
    [InlineData("https:\\\\x.tt.omtrdc.net/")]
    [InlineData("https://x.tt.omtrdc.net\\evil")]
    [InlineData("https://x.tt.omtrdc.net/a\\b")]
    [InlineData("https://evil.com/x.tt.omtrdc.net")]
    [InlineData("https://evil.com?.tt.omtrdc.net")]
    [InlineData("https://evil.com#.tt.omtrdc.net")]
    [InlineData("https://evil.com/@x.tt.omtrdc.net/")]
    [InlineData("https://evil.com%2F.tt.omtrdc.net/")]
    [InlineData("https://evil.com%00.tt.omtrdc.net/")]
    [InlineData("https://x%2Ett.omtrdc.net/")]
    [InlineData("https://x.tt.omtrdc%2Enet/")]
    [InlineData("https://x.tt.omtrdc.n\u0435t/")]
    [InlineData("https://x.tt.\u043Emtrdc.net/")]
    [InlineData("https://x\u3002tt\u3002omtrdc\u3002net/")]
    [InlineData("https://x\uFF0Ett.omtrdc.net/")]
    [InlineData("https://x.tt.omtrdc\u00AD.net/")]
    [InlineData("https://x.tt.omtrdc\u200B.net/")]
    [InlineData("https://evil.com\uFF0F.tt.omtrdc.net/")]
    [InlineData("https://x.tt.omtrd\u217D.net/")]
    [InlineData("https://x.tt.omtrdc.xn--net/")]
    [InlineData("https://x_y.tt.omtrdc.net/")]
    [InlineData("https://[::1].tt.omtrdc.net/")]
    [InlineData("https://[x.tt.omtrdc.net]/")]
    [InlineData("https://a,b.tt.omtrdc.net/")]
    [InlineData("https://x.tt.omtrdc.net/a b")]
    [InlineData("https://x.tt.omtrdc.net/\tb")]
    [InlineData("https://x.tt.omtrdc.net/\r\nHost: evil.com")]
    [InlineData("https://x.tt.omtrdc.net/?a=\n")]
    [InlineData("https://x.tt.omtrdc.net/\u00E9")]
    [InlineData("https://x.tt.omtrdc.net/\u0000")]
    [InlineData("https://x.tt.omtrdc.net/\u007F")]
    [InlineData("https://x.tt.omtrdc.net/\uFFFD")]
    [InlineData("ht\ttps://x.tt.omtrdc.net/")]
    [InlineData(" https://x.tt.omtrdc.net/")]
    [InlineData("https://x.tt.omtrdc.net/ ")]
    [InlineData("ftp://x.tt.omtrdc.net/")]
    [InlineData("file://x.tt.omtrdc.net/")]
    [InlineData("ws://x.tt.omtrdc.net/")]
    [InlineData("javascript:alert(1)//.tt.omtrdc.net/")]
    [InlineData("https:x.tt.omtrdc.net/")]
    [InlineData("https:/x.tt.omtrdc.net/")]
    [InlineData("https:///x.tt.omtrdc.net/")]
    [InlineData("https:////x.tt.omtrdc.net/")]
    [InlineData("//x.tt.omtrdc.net/")]
    [InlineData("/m2/demo/profile/batchStatus")]
    [InlineData("x.tt.omtrdc.net/")]
    [InlineData("x.tt.omtrdc.net:443")]
    [InlineData("https://")]
    [InlineData("https")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("http://127.0.0.1:5056/")]
    [InlineData("https://127.0.0.1:5055/")]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://127.1:5055/")]
    [InlineData("http://2130706433:5055/")]
    [InlineData("http://localhost:5055/")]
    [InlineData("http://[::ffff:127.0.0.1]:5055/")]
    [InlineData("http://user@127.0.0.1:5055/")]
    [InlineData("http://127.0.0.1:5055@evil.com/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    public void Anything_else_is_refused(string? url)
    {
        Assert.False(StatusUrl.TryTrust(url, Base, out _));
        Assert.False(StatusUrl.TryTrust(url, Emulator, out _));
    }

    [Theory]
    [Trait("Clause", "STATUS-1")]
    [InlineData("", "/?showDetails=true")]
    [InlineData("/", "/?showDetails=true")]
    [InlineData("?", "/?showDetails=true")]
    [InlineData("?a", "/?a&showDetails=true")]
    [InlineData("/p?a=1&", "/p?a=1&showDetails=true")]
    [InlineData("/p?showDetails=true", "/p?showDetails=true")]
    [InlineData("/p?a=1&showDetails=true&b=2", "/p?a=1&showDetails=true&b=2")]
    [InlineData("/p?noshowDetails=true", "/p?noshowDetails=true&showDetails=true")]
    [InlineData("/p?showDetails=truest", "/p?showDetails=truest&showDetails=true")]
    [InlineData("/p?showDetails=false", "/p?showDetails=false&showDetails=true")]
    [InlineData("/p;showDetails=true?a", "/p;showDetails=true?a&showDetails=true")]
    [InlineData("/p?a=1#showDetails=true", "/p?a=1&showDetails=true")]
    [InlineData("/p#a?b", "/p?showDetails=true")]
    [InlineData("#", "/?showDetails=true")]
    public void The_details_are_asked_for_once(string target, string asked)
    {
        Assert.Equal("https://x.tt.omtrdc.net" + asked, Ask("http://x.tt.omtrdc.net" + target, Base));
    }

    [Theory]
    [Trait("Clause", "STATUS-6")]
    [InlineData("/a/../b/./c//d")]
    [InlineData("//evil.com/@x:y")]
    [InlineData("/%7e%41%2f%2E%2e/%zz%")]
    [InlineData("/{a}|\"<b>^`[c]")]
    [InlineData("/p?u=http://evil.com/?a=%26&b=+%20/../&{c}='\"<>")]
    public async Task Path_and_query_stay_as_they_were_up_to_the_wire(string target)
    {
        Assert.True(StatusUrl.TryTrust("http://x.tt.omtrdc.net" + target, Base, out Uri? address));
        string expected = target + (target.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "showDetails=true";
        Assert.Equal(expected, address.PathAndQuery);
        Assert.Equal($"GET {expected} HTTP/1.1", await RequestLineAsync(address));
    }

    [Fact]
    [Trait("Clause", "STATUS-6")]
    public void Whatever_is_trusted_leads_to_an_allowed_host()
    {
        string[] scraps =
        [
            "https://",
            "http://",
            "x",
            ".tt.omtrdc.net",
            "127.0.0.1:5055",
            "evil.com",
            "user",
            "@",
            ":",
            ":443",
            ":80",
            "/",
            "\\",
            "?",
            "#",
            "%2F",
            "%",
            ".",
            "..",
            "-",
            "[::1]",
            "xn--",
            "\t",
            "\u3002",
            "&showDetails=true",
        ];
        Gen<string> tail = Gen.Frequency((6, Gen.OneOfConst(scraps)), (1, Gen.Char.Select(c => c.ToString())))
            .Array[0, 7]
            .Select(string.Concat);
        int trusted = 0;
        Gen.Select(Gen.OneOfConst("", "http://", "https://", "http://x.tt.omtrdc.net", "http://127.0.0.1:5055"), tail)
            .Sample(
                (head, rest) =>
                {
                    if (StatusUrl.TryTrust(head + rest, Emulator, out Uri? address))
                    {
                        Interlocked.Increment(ref trusted);
                        AssertAllowed(address);
                        // What another parser makes of the text that was given, and of what is asked.
                        AssertAllowed(new Uri(address.OriginalString));
                        Assert.Equal(new Uri(head + rest).Host, address.Host);
                        Assert.Contains("showDetails=true", address.Query, StringComparison.Ordinal);
                    }
                },
                iter: 50_000
            );
        Assert.True(trusted > 1000, "Too few were trusted for the property to say anything.");
    }

    [Fact]
    [Trait("Clause", "HTTP-2")]
    public void A_message_shows_no_query_and_no_user()
    {
        Assert.True(StatusUrl.TryTrust("http://x.tt.omtrdc.net/m2/../p?mboxPC=4711", Base, out Uri? address));
        Assert.Equal("https://x.tt.omtrdc.net/m2/../p", StatusUrl.WithoutQuery(address));
        Assert.Equal(
            "http://127.0.0.1:5055/p",
            StatusUrl.WithoutQuery(new Uri("http://user:secret@127.0.0.1:5055/p?mboxPC=4711#4711"))
        );
    }

    private static string Ask(string url, Uri baseAddress)
    {
        Assert.True(StatusUrl.TryTrust(url, baseAddress, out Uri? address));
        return address.AbsoluteUri;
    }

    /// <summary>What HttpClient writes for the address, on a connection that goes nowhere.</summary>
    private static async Task<string> RequestLineAsync(Uri address)
    {
        var written = new MemoryStream();
        using var handler = new SocketsHttpHandler
        {
            ConnectCallback = (_, _) => new ValueTask<Stream>(new Wire(written)),
        };
        using var client = new HttpClient(handler);
        // The scheme is changed for the wire to be readable; the rest is the address itself.
        var plain = new Uri(
            "http" + address.OriginalString["https".Length..],
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }
        );
        using HttpResponseMessage response = await client.GetAsync(plain, TestContext.Current.CancellationToken);
        return Encoding.ASCII.GetString(written.ToArray()).Split("\r\n")[0];
    }

    /// <summary>Takes the request, and answers anything at all.</summary>
    private sealed class Wire(MemoryStream written) : MemoryStream("HTTP/1.1 204 No Content\r\n\r\n"u8.ToArray(), false)
    {
        public override bool CanWrite => true;

        public override ValueTask WriteAsync(
            ReadOnlyMemory<byte> buffer,
            CancellationToken cancellationToken = default
        ) => written.WriteAsync(buffer, cancellationToken);
    }

    private static void AssertAllowed(Uri address)
    {
        Assert.Empty(address.UserInfo);
        Assert.Empty(address.Fragment);
        if (address.Host != Emulator.Host)
        {
            Assert.EndsWith(".tt.omtrdc.net", address.IdnHost, StringComparison.Ordinal);
            Assert.Equal(("https", 443), (address.Scheme, address.Port));
        }
        else
        {
            Assert.Equal(("http", 5055), (address.Scheme, address.Port));
        }
    }
}
