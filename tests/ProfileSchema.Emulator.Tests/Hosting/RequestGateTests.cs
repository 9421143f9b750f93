using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace ProfileSchema.Emulator.Tests;

public sealed class RequestGateTests : EmulatorTest
{
    public static TheoryData<string, string> Calls =>
        new()
        {
            { "POST", $"m2/{Code}/profile/update" },
            { "GET", $"m2/{Code}/profile/update?mbox3rdPartyId=m&profile.a=b" },
            { "POST", $"m2/{Code}/profile/batchUpdate" },
            { "POST", $"m2/{Code}/v2/profile/batchUpdate" },
            { "GET", $"m2/{Code}/v2/profile/batchStatus?batchId=1" },
            { "GET", $"rest/v1/profiles/thirdPartyId/m?client={Code}" },
        };

    [Theory]
    [MemberData(nameof(Calls))]
    [Trait("Clause", "AUTH-1")]
    public async Task A_call_without_the_required_token_is_answered_with_403(string method, string target)
    {
        await StartAsync(time => new() { TimeProvider = time, RequiredToken = "s3cret" });
        async Task<HttpStatusCode> Send(string? authorization) =>
            (
                await SendAsync(
                    new HttpMethod(method),
                    target,
                    method == "POST" ? Encoding.UTF8.GetBytes("x=y") : null,
                    headers: headers => headers.TryAddWithoutValidation("Authorization", authorization)
                )
            ).Status;

        Assert.Equal(HttpStatusCode.Forbidden, await Send(null));
        Assert.Equal(HttpStatusCode.Forbidden, await Send("Bearer other"));
        Assert.Equal(HttpStatusCode.Forbidden, await Send("Basic s3cret"));
        Assert.NotEqual(HttpStatusCode.Forbidden, await Send("Bearer s3cret"));
        AssertViolated("AUTH-1", refused: true);
    }

    [Fact]
    [Trait("Clause", "AUTH-1")]
    [Trait("Clause", "AUTH-2")]
    public async Task A_token_belongs_to_its_account_can_be_renewed_and_its_refusal_can_be_401()
    {
        await StartAsync(time =>
            new()
            {
                TimeProvider = time,
                RequiredToken = "general",
                AccountTokens = new Dictionary<string, string> { ["special"] = "own" },
                TokenRefusalStatus = HttpStatusCode.Unauthorized,
            }
        );

        Assert.Equal(HttpStatusCode.BadRequest, await SendWithToken("general", Code));
        Assert.Equal(HttpStatusCode.Unauthorized, await SendWithToken("general", "special"));
        Assert.Equal(HttpStatusCode.BadRequest, await SendWithToken("own", "special"));

        Account.RequiredToken = "renewed";
        Assert.Equal(HttpStatusCode.Unauthorized, await SendWithToken("general", Code));
        Assert.Equal(HttpStatusCode.BadRequest, await SendWithToken("renewed", Code));

        Account.RequiredToken = null;
        Assert.Equal(HttpStatusCode.BadRequest, (await UpdateAsync("x=y")).Status);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    [Trait("Clause", "ID-6")]
    public async Task A_call_for_an_account_that_is_not_in_ClientCodes_is_answered_with_400(
        string method,
        string target
    )
    {
        await StartAsync(time => new() { TimeProvider = time, ClientCodes = ["another"] });
        Answer answer = await SendAsync(new HttpMethod(method), target, method == "POST" ? [] : null);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("client code", answer.Body, StringComparison.Ordinal);
        Assert.Equal("another", Assert.Single(Emulator.Accounts).ClientCode);
        Assert.Throws<ArgumentException>(() => Emulator.GetAccount(Code));
    }

    [Theory]
    [InlineData("-demo")]
    [InlineData("demo-")]
    [InlineData("de.mo")]
    [InlineData("")]
    [InlineData("d%65mo")]
    [Trait("Clause", "ID-6")]
    public async Task A_call_with_an_invalid_client_code_creates_no_account(string client)
    {
        await StartAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await UpdateAsync("mbox3rdPartyId=m&profile.a=b", client)).Status);
        Assert.Empty(Emulator.Accounts);
        Assert.Throws<ArgumentException>(() => Emulator.GetAccount(client));
    }

    [Fact]
    [Trait("Clause", "ID-6")]
    public async Task A_batch_for_one_account_changes_no_other_account()
    {
        await StartAsync();
        await BatchAsync("batch=thirdPartyId,a\nk,v\n");
        Assert.Null(Emulator.GetAccount("other").FindProfile(TargetId.ThirdPartyId("k")));
        Assert.Empty(Emulator.GetAccount("other").Batches);
    }

    private async Task<HttpStatusCode> SendWithToken(string token, string client) =>
        (
            await SendAsync(
                HttpMethod.Post,
                $"m2/{client}/profile/update",
                Encoding.UTF8.GetBytes("x=y"),
                headers: headers => headers.Authorization = new AuthenticationHeaderValue("Bearer", token)
            )
        ).Status;
}
