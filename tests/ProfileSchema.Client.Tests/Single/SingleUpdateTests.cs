using System.Net;
using System.Text;
using CsCheck;
using Microsoft.AspNetCore.Http;
using ProfileSchema.Emulator;

namespace ProfileSchema.Client.Tests.Single;

public sealed class SingleUpdateTests : EmulatorTest
{
    [Fact]
    [Trait("Clause", "SINGLE-1")]
    [Trait("Clause", "SINGLE-3")]
    [Trait("Clause", "SINGLE-7")]
    public async Task An_update_is_a_form_that_is_posted()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        emulator.GetAccount(Account).AddProfile("m 1", "pc-1");
        SingleUpdateResult result = await CreateClient(emulator)
            .UpdateAsync(new Member("m 1", "Malmö", "a+b"), Cancellation);
        Assert.True(result.IsSubmitted);
        ReceivedCall call = Assert.Single(emulator.Calls);
        Assert.Equal(("POST", "/m2/acme/profile/update", ""), (call.Method, call.Path, call.RawQuery));
        Assert.Equal(
            "mbox3rdPartyId=m%201&profile.city=Malm%C3%B6&profile.note=a%2Bb",
            Encoding.ASCII.GetString(call.Body.Span)
        );
        Assert.Equal("application/x-www-form-urlencoded", call.Headers["Content-Type"]);
        Assert.Equal("Malmö", Stored(emulator, "m 1")!["city"]);
        Assert.Empty(emulator.Violations);
    }

    [Fact]
    [Trait("Clause", "SINGLE-4")]
    public async Task That_a_profile_is_unknown_is_not_told()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        SingleUpdateResult result = await CreateClient(emulator).UpdateAsync(new Member("nobody", "x"), Cancellation);
        Assert.True(result.IsSubmitted);
        Assert.Null(Stored(emulator, "nobody"));
    }

    [Theory]
    [Trait("Clause", "SINGLE-6")]
    [InlineData(SingleReplyForm.Xml)]
    [InlineData(SingleReplyForm.Stripped)]
    public async Task Both_forms_of_the_reply_are_understood(SingleReplyForm form)
    {
        TargetEmulator emulator = await StartEmulatorAsync(new TargetEmulatorOptions { SingleReplyForm = form });
        SingleUpdateResult result = await CreateClient(emulator).UpdateAsync(new Member("m1", "x"), Cancellation);
        Assert.True(result.IsSubmitted);
        Assert.Equal("Request successfully submitted", result.ServiceMessage);
    }

    [Theory]
    [Trait("Clause", "SINGLE-6")]
    [Trait("Clause", "HTTP-2")]
    [InlineData("<pcId>1-2.28_0</pcId>", "1-2.28_0")]
    [InlineData("<pcId></pcId>", null)]
    [InlineData("<pcId>..</pcId>", null)]
    [InlineData("", null)]
    public async Task The_reply_gives_Targets_id_to_fetch_by(string element, string? id)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
            context.Response.WriteAsync(
                $"<response><success>true</success>{element}<message>ok</message></response>",
                context.RequestAborted
            )
        );
        using ProfileClient client = server.CreateClient();
        SingleUpdateResult result = await client.UpdateAsync(new Member("m1", "x"), Cancellation);
        Assert.True(result.IsSubmitted);
        Assert.Equal(id is null ? null : ProfileKey.PcId(id), result.PcId);
        Assert.DoesNotContain("28_0", $"{result} {result.PcId}", StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "SINGLE-8")]
    [Trait("Clause", "VALUE-4")]
    public async Task A_profile_without_a_value_is_not_sent()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        SingleUpdateResult result = await CreateClient(emulator).UpdateAsync(new Member("m1", "", null), Cancellation);
        Assert.False(result.IsSubmitted);
        Assert.Equal("nothing to send", result.ToString());
        Assert.Empty(emulator.Calls);
    }

    [Fact]
    [Trait("Clause", "SINGLE-2")]
    public async Task The_limit_holds_to_the_byte_before_anything_is_sent()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);

        // Three bytes a character, and single ones for the rest.
        int room = 60_000 - "mbox3rdPartyId=m1&profile.note=".Length;
        string note = new string(' ', room / 3) + new string('x', room % 3);
        await client.UpdateAsync(new Member("m1", null, note), Cancellation);
        Assert.Single(emulator.Calls);
        Assert.Empty(emulator.Violations);
        emulator.ClearCalls();
        var exception = await Assert.ThrowsAsync<ProfileValidationException>(() =>
            client.UpdateAsync(new Member("m1", null, note + "x"), Cancellation)
        );
        Assert.Equal(RejectionReason.SingleUpdateTooLarge, exception.Reason);
        Assert.Empty(emulator.Calls);
    }

    [Fact]
    public async Task A_profile_that_breaks_a_rule_is_not_sent()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        var exception = await Assert.ThrowsAsync<ProfileValidationException>(() =>
            CreateClient(emulator).UpdateAsync(new Member("a/b", "x"), Cancellation)
        );
        Assert.Equal(RejectionReason.KeyCharacter, exception.Reason);
        Assert.Empty(emulator.Calls);
    }

    [Fact]
    [Trait("Clause", "SINGLE-6")]
    [Trait("Clause", "HTTP-2")]
    public async Task A_refusal_is_an_exception_with_the_services_words_and_without_the_id()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
            context.Response.WriteAsync(
                "<response><success>false</success><pcId></pcId><message>No user id-4711\u0007, mbox3rdPartyId=id-4711 "
                    + new string('x', 600)
                    + "</message></response>",
                context.RequestAborted
            )
        );
        using ProfileClient client = server.CreateClient();
        var exception = await Assert.ThrowsAsync<ProfileRequestException>(() =>
            client.UpdateAsync(new Member("id-4711", "x"), Cancellation)
        );
        Assert.StartsWith("No user [removed]", exception.ServiceMessage, StringComparison.Ordinal);
        Assert.Equal(500, exception.ServiceMessage!.Length);
        Assert.DoesNotContain("4711", exception.ToString() + exception.ServiceMessage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, "<html><body>Welcome</body></html>", "something that is not its reply")]
    [InlineData(200, "", "something that is not its reply")]
    [InlineData(200, "{\"success\":true}", "something that is not its reply")]
    [InlineData(500, "oops", "answered 500 to a single update")]
    [InlineData(403, "", "ProfileClientOptions.TokenSource")]
    [InlineData(503, "", "Call again later")]
    public async Task What_is_no_reply_is_an_exception_that_says_so(int status, string body, string message)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(body, context.RequestAborted);
        });
        using ProfileClient client = server.CreateClient();
        var exception = await Assert.ThrowsAsync<ProfileRequestException>(() =>
            client.UpdateAsync(new Member("m1", "x"), Cancellation)
        );
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode)status, exception.StatusCode);
    }

    [Fact]
    [Trait("Clause", "URL-1")]
    [Trait("Clause", "URL-2")]
    [Trait("Clause", "URL-4")]
    public async Task Arbitrary_text_comes_back_equal_through_the_decoder_of_the_emulator()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator);
        await Gen.Select(Arbitrary.Key, Arbitrary.Value)
            .SampleAsync(
                async (key, value) =>
                {
                    Visit(emulator, key);
                    await client.UpdateAsync(new Member(key, value), Cancellation);
                    Assert.Equal(value, Stored(emulator, key)!["city"]);
                },
                iter: 300,
                threads: 1
            );
        Assert.Empty(emulator.Violations);
    }
}
