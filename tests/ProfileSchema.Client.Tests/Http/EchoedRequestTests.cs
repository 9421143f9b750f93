using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace ProfileSchema.Client.Tests.Http;

/// <summary>A gateway that repeats the request in its error page.</summary>
[Trait("Clause", "HTTP-2")]
[Trait("Clause", "AUTH-4")]
public sealed class EchoedRequestTests
{
    private const string Token = "SECRET-token.4711";

    private static readonly Member Jurg = new("jürg@example.com", "Schaffhausen", "Café & Bar");

    private static readonly string[] Carried = ["SECRET", "4711", "rg", "example", "Schaffhausen", "Caf", "Bar"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Calls => ["update", "bulk", "file", "fetch", "session", "status"];

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Error_page_when_it_repeats_the_request_shows_nothing_that_the_request_carried(string call)
    {
        await using LoopbackServer server = await EchoingAsync(static echo => echo);

        string text = await TextOfAsync(server, call);

        Assert.StartsWith("The request is not valid", text, StringComparison.Ordinal);
        Assert.All(Carried, part => Assert.DoesNotContain(part, text, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("json")]
    [InlineData("entities")]
    [InlineData("partly percent")]
    [InlineData("percent in JSON")]
    [InlineData("upper case")]
    public async Task Error_page_when_it_encodes_what_it_repeats_shows_nothing_of_it(string encoding)
    {
        await using LoopbackServer server = await EchoingAsync(echo => Encode(Uri.UnescapeDataString(echo), encoding));

        string[] texts = [await TextOfAsync(server, "update"), await TextOfAsync(server, "bulk")];

        Assert.All(
            texts,
            text => Assert.All(Carried, part => Assert.DoesNotContain(part, text, StringComparison.OrdinalIgnoreCase))
        );
    }

    [Fact]
    public async Task Error_page_when_ids_are_short_keeps_its_other_words()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 400;
            return context.Response.WriteAsync("The service refused the profiles of e and id.", context.RequestAborted);
        });
        using ProfileClient client = server.CreateClient();

        BulkResult result = await client.UpdateManyAsync(
            [new Member("e", "x"), new Member("id", "y")],
            null,
            null,
            Cancellation
        );

        Assert.Equal("The service refused the profiles of [removed] and [removed].", result.Files[0].ServiceMessage);
    }

    [Fact]
    public async Task Error_page_when_a_value_is_cut_off_at_its_end_shows_no_part_of_it()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.StatusCode = 400;
            string padding = string.Concat(Enumerable.Repeat(" M1", 1_362));
            await context.Response.WriteAsync("no" + padding + " Schaffhausen", context.RequestAborted);
        });
        using ProfileClient client = server.CreateClient();

        var exception = await Assert.ThrowsAsync<ProfileRequestException>(() =>
            client.UpdateAsync(new Member("M1", "Schaffhausen"), Cancellation)
        );

        Assert.DoesNotContain("Sch", exception.ServiceMessage, StringComparison.Ordinal);
    }

    private static string Encode(string text, string encoding)
    {
        string Each(Func<char, bool> isEncoded, Func<char, string> encode) =>
            string.Concat(text.Select(c => isEncoded(c) ? encode(c) : c.ToString()));
        string Json(string inner) =>
            string.Concat(
                inner.Select(c =>
                    c == '\n' ? "\\n"
                    : c < 0x80 ? c.ToString()
                    : string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}")
                )
            );
        string Percent(char c) =>
            string.Concat(
                Encoding.UTF8.GetBytes([c]).Select(b => string.Create(CultureInfo.InvariantCulture, $"%{b:x2}"))
            );
        return encoding switch
        {
            "json" => Json(text),
            "entities" => Each(
                c => c is 'ü' or 'é' or '&',
                c =>
                    c == 'ü' ? "&uuml;"
                    : c == 'é' ? "&#233;"
                    : "&amp;"
            ),
            "partly percent" => Each(c => c >= 0x80, Percent),
            "percent in JSON" => Json(Each(c => c >= 0x80, Percent)),
            _ => text.ToUpperInvariant(),
        };
    }

    private static Task<LoopbackServer> EchoingAsync(Func<string, string> encode) =>
        LoopbackServer.StartAsync(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            string body = await reader.ReadToEndAsync(context.RequestAborted);
            string target = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
            context.Response.StatusCode = 400;
            await context.Response.WriteAsync(
                $"The request is not valid: {encode($"{target}\nauthorization={context.Request.Headers.Authorization}\n{body}")}",
                context.RequestAborted
            );
        });

    private static async Task<string> TextOfAsync(LoopbackServer server, string call)
    {
        var clock = new MovedClock();
        using var client = new ProfileClient(
            new ProfileClientOptions
            {
                ClientCode = "acme",
                BaseAddress = server.Address,
                TokenSource = ProfileTokenSource.Fixed(Token),
                TimeProvider = clock,
            },
            clock.CreateHttpClient()
        );
        if (call is "bulk" or "file")
        {
            BulkResult result = call is "bulk"
                ? await client.UpdateManyAsync([Jurg], null, null, Cancellation)
                : await client.SendBatchFileAsync(File(), null, null, Cancellation);
            return result.Files[0].ServiceMessage!;
        }

        var exception = await Assert.ThrowsAsync<ProfileRequestException>(() =>
            call switch
            {
                "fetch" => client.FetchAsync(ProfileKey.ThirdPartyId(Jurg.Id!), Cancellation),
                "session" => client.UpdateInSessionAsync(Jurg, DeliverySession.Start("home"), null, Cancellation),
                "status" => client.GetBatchStatusAsync(
                    new Uri(server.Address, "/s?batchId=Schaffhausen-4711"),
                    Cancellation
                ),
                _ => client.UpdateAsync(Jurg, Cancellation),
            }
        );
        return exception.ServiceMessage!;
    }

    private static MemoryStream File() =>
        new(
            Encoding.ASCII.GetBytes(
                "batch=thirdPartyId,city,note\nj%c3%bcrg%40example.com,Schaffhausen,Caf%C3%A9+%26+Bar"
            )
        );
}
