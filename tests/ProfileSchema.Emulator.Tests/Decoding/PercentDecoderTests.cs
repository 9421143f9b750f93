using System.Text;
using CsCheck;

namespace ProfileSchema.Emulator.Tests;

public sealed class PercentDecoderTests : EmulatorTest
{
    private static readonly Gen<string> AnyText = Gen.OneOf(
            Gen.Int[0x00, 0xD7FF],
            Gen.Int[0xE000, 0xFFFF],
            Gen.Int[0x10000, 0x10FFFF],
            Gen.Int[0x20, 0x7E]
        )
        .Select(char.ConvertFromUtf32)
        .Array[0, 12]
        .Select(string.Concat);

    /// <summary>An encoder of the test's own, the plainest reading of URL-2.</summary>
    private static string Encode(string text) =>
        string.Concat(
            Encoding
                .UTF8.GetBytes(text)
                .Select(b =>
                    char.IsAsciiLetterOrDigit((char)b) || "-._~".Contains((char)b, StringComparison.Ordinal)
                        ? ((char)b).ToString()
                        : $"%{b:X2}"
                )
        );

    [Fact]
    [Trait("Clause", "URL-1")]
    [Trait("Clause", "URL-4")]
    public async Task Single_updates_and_batches_read_every_text_as_the_platform_does()
    {
        await StartAsync(time => new() { TimeProvider = time, BulkCallsPerMinute = null });
        await AnyText
            .Where(text => text.Length > 0)
            .Array[1, 40]
            .SampleAsync(
                async texts =>
                {
                    Account.AddProfileOnce("single");
                    string form = string.Join('&', texts.Select((text, at) => $"profile.p{at}={Encode(text)}"));
                    await UpdateAsync("mbox3rdPartyId=single&" + form);
                    string names = string.Join(',', texts.Select((_, at) => $"p{at}"));
                    await BatchAsync($"batch=thirdPartyId,{names}\nbatch,{string.Join(',', texts.Select(Encode))}\n");

                    for (int at = 0; at < texts.Length; at++)
                    {
                        string expected = Uri.UnescapeDataString(Encode(texts[at]));
                        Assert.Equal(texts[at], expected);
                        Assert.Equal(expected, Values("single")[$"p{at}"]);
                        Assert.Equal(expected, Values("batch")[$"p{at}"]);
                    }

                    Assert.Empty(Emulator.Violations);
                },
                iter: 300,
                threads: 1
            );
    }

    [Fact]
    [Trait("Clause", "URL-1")]
    public async Task Names_are_decoded_like_values()
    {
        await StartAsync(time => new() { TimeProvider = time, BulkCallsPerMinute = null });
        await AnyText
            .Where(text => text.Length > 0)
            .SampleAsync(
                async text =>
                {
                    string name = "n" + text;
                    await BatchAsync($"batch=thirdPartyId,{Encode(name)}\nk,v\n");
                    Assert.Equal("v", Values("k")[name]);
                },
                iter: 300,
                threads: 1
            );
    }

    [Theory]
    [Trait("Clause", "URL-2")]
    [InlineData("a+b", "a b")]
    [InlineData("a b", "a b")]
    [InlineData("a|b", "a|b")]
    [InlineData("a:b", "a:b")]
    [InlineData("caf%c3%a9", "café")]
    [InlineData("%41", "A")]
    [InlineData("é", "é")]
    public async Task What_a_strict_writer_would_not_write_is_read_and_reported(string sent, string read)
    {
        await StartAsync();
        await BatchAsync($"batch=thirdPartyId,p\nk,{sent}\n");
        Assert.Equal(read, Values("k")["p"]);
        ProtocolViolation violation = Assert.Single(Emulator.Violations);
        Assert.Equal(("URL-2", 1, false), (violation.Rule, violation.Row, violation.Declined));
    }

    [Theory]
    [InlineData("%", "URL-1")]
    [InlineData("%4", "URL-1")]
    [InlineData("%zz", "URL-1")]
    [InlineData("%+1", "URL-1")]
    [InlineData("%FF", "URL-1")]
    [InlineData("%C0%80", "URL-1")]
    [InlineData("%F4%90%80%80", "URL-1")]
    [InlineData("%ED%A0%80", "URL-3")]
    [InlineData("%ED%B0%80", "URL-3")]
    [Trait("Clause", "URL-1")]
    [Trait("Clause", "URL-3")]
    public async Task What_is_no_encoding_fails(string sent, string clause)
    {
        await StartAsync();
        Account.AddProfile("k");
        Answer single = await UpdateAsync($"mbox3rdPartyId=k&profile.p={sent}");
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, single.Status);
        await BatchAsync($"batch=thirdPartyId,p\nk,{sent}\nother,fine\n");

        Assert.Empty(Profile("k").Attributes);
        Assert.Equal("fine", Values("other")["p"]);
        Assert.Equal(1, Account.Batches[0].FailedUpdates);
        AssertViolated(clause, refused: true);
        Assert.Equal(clause, Assert.Single(Account.Batches[0].Violations).Rule);
    }

    [Fact]
    [Trait("Clause", "URL-4")]
    public async Task Case_and_white_space_are_kept()
    {
        await StartAsync();
        await BatchAsync("batch=thirdPartyId,Name,name\nKey,%20A%20,a\nkey,,b\n");
        Assert.Equal(" A ", Values("Key")["Name"]);
        Assert.Equal("a", Values("Key")["name"]);
        Assert.Equal("b", Assert.Single(Values("key")).Value);
    }
}

internal static class AccountSeeding
{
    public static void AddProfileOnce(this TargetAccount account, string thirdPartyId)
    {
        if (account.FindProfile(TargetId.ThirdPartyId(thirdPartyId)) is null)
        {
            account.AddProfile(thirdPartyId);
        }
    }
}
