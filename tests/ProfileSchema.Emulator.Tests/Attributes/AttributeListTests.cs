using System.Net;
using System.Text.Json;

namespace ProfileSchema.Emulator.Tests.Attributes;

[Trait("Clause", "ATTR-1")]
public sealed class AttributeListTests : EmulatorTest
{
    private const string Target = $"{Code}/target/profileattributes/mbox";

    [Fact]
    public async Task It_lists_the_names_that_the_profiles_have()
    {
        await StartAsync();
        Account.AddProfile("m1", attributes: [new("tier", "x"), new("Tier", "x"), new("city", "x")]);
        Account.AddProfile("m2", attributes: [new("city", "y"), new("points", "1")]);
        await BatchAsync("batch=thirdPartyId,fresh\nm2,1\n");

        Answer answer = await AskAsync("Bearer adobe", "key");

        Assert.Equal(HttpStatusCode.OK, answer.Status);

        using var json = JsonDocument.Parse(answer.Body);
        Assert.Equal(
            ["Tier", "city", "fresh", "points", "tier"],
            json.RootElement.GetProperty("mboxProfileAttributes").EnumerateArray().Select(name => name.GetString())
        );
        Assert.Empty(Emulator.Violations);
    }

    [Theory]
    [InlineData(null, "key")]
    [InlineData("Bearer adobe", null)]
    [InlineData("Basic abc", "key")]
    public async Task Without_token_and_key_it_is_refused(string? authorization, string? key)
    {
        await StartAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(authorization, key)).Status);
        AssertViolated("AUTH-2", refused: true);
    }

    [Fact]
    [Trait("Clause", "AUTH-4")]
    public async Task The_profile_token_does_not_belong_here()
    {
        await StartAsync(time => new() { TimeProvider = time, RequiredToken = "secret" });
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("Bearer secret", "key")).Status);
        AssertViolated("AUTH-4", refused: false);
    }

    private Task<Answer> AskAsync(string? authorization, string? key) =>
        SendAsync(
            HttpMethod.Get,
            Target,
            headers: headers =>
            {
                if (authorization is not null)
                {
                    headers.TryAddWithoutValidation("Authorization", authorization);
                }

                if (key is not null)
                {
                    headers.Add("X-Api-Key", key);
                }
            }
        );
}
