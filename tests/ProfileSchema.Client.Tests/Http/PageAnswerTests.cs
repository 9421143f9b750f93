using Microsoft.AspNetCore.Http;

namespace ProfileSchema.Client.Tests.Http;

/// <summary>Pages with which a proxy or firewall answers in the place of the service.</summary>
public sealed class PageAnswerTests
{
    private const string Words = "an HTML page: a proxy or firewall answered";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [Trait("Clause", "AUTH-1")]
    [InlineData(403)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(200)]
    public async Task Small_call_that_is_answered_with_a_page_reports_that_and_asks_for_no_token(int status)
    {
        await using LoopbackServer server = await AnsweringAsync(status);
        using ProfileClient client = server.CreateClient();
        Func<Task>[] calls =
        [
            () => client.UpdateAsync(new Member("m1", "x"), Cancellation),
            () => client.FetchAsync(ProfileKey.ThirdPartyId("m1"), Cancellation),
        ];

        foreach (Func<Task> call in calls)
        {
            var exception = await Assert.ThrowsAsync<ProfileRequestException>(call);

            Assert.Contains(Words, exception.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("TokenSource", exception.Message, StringComparison.Ordinal);
            Assert.False(exception.IsTransient);
        }
    }

    [Fact]
    [Trait("Clause", "AUTH-1")]
    public async Task UpdateManyAsync_that_is_answered_403_with_a_page_ends_and_reports_that()
    {
        await using LoopbackServer server = await AnsweringAsync(403);
        using ProfileClient client = server.CreateClient();

        var exception = await Assert.ThrowsAsync<BulkUpdateException>(() =>
            client.UpdateManyAsync([new Member("m1", "x")], null, null, Cancellation)
        );

        Assert.Contains(Words, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("TokenSource", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "BULK-7")]
    public async Task UpdateManyAsync_that_is_answered_200_with_a_page_sends_the_file_once_and_leaves_it_unconfirmed()
    {
        await using LoopbackServer server = await AnsweringAsync(200);
        using ProfileClient client = server.CreateClient();

        BulkResult result = await client.UpdateManyAsync([new Member("m1", "x")], null, null, Cancellation);

        Assert.Equal((1, 1), (result.Unconfirmed, result.Files[0].Attempts.Count));
        Assert.Contains(Words, result.Files[0].FailureMessage, StringComparison.Ordinal);
    }

    /// <summary>The page of a gateway that does not reach the service just now.</summary>
    [Fact]
    [Trait("Clause", "BULK-6")]
    public async Task UpdateAsync_that_is_answered_502_with_a_page_may_be_retried()
    {
        await using LoopbackServer server = await AnsweringAsync(502);
        using ProfileClient client = server.CreateClient();

        var exception = await Assert.ThrowsAsync<ProfileRequestException>(() =>
            client.UpdateAsync(new Member("m1", "x"), Cancellation)
        );

        Assert.True(exception.IsTransient);
    }

    [Fact]
    [Trait("Clause", "AUTH-2")]
    public async Task GetTokenAsync_that_is_answered_403_with_a_page_reports_that()
    {
        await using LoopbackServer server = await AnsweringAsync(403);
        using var source = new AdobeTokenSource(
            new AdobeTokenOptions
            {
                Tenant = "acme",
                ApiKey = "key",
                AccessToken = _ => Task.FromResult("token"),
                BaseAddress = server.Address,
            }
        );

        var exception = await Assert.ThrowsAsync<ProfileRequestException>(() =>
            source.GetTokenAsync(Cancellation).AsTask()
        );

        Assert.Contains(Words, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("AccessToken", exception.Message, StringComparison.Ordinal);
    }

    private static Task<LoopbackServer> AnsweringAsync(int status) =>
        LoopbackServer.StartAsync(async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            context.Response.StatusCode = status;
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync("<html><body>Access denied</body></html>", context.RequestAborted);
        });
}
