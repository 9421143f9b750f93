using System.Net;

namespace ProfileSchema.Client.Tests.Http;

/// <summary>Answers whose body says that it is compressed, and is not, to a handler of the caller's that decompresses.</summary>
public sealed class UnreadableAnswerTests : IDisposable
{
    private static readonly byte[] Damaged = [.. Enumerable.Repeat((byte)0xFF, 200)];

    private readonly MovedClock _clock = new();
    private readonly HttpClient _http;

    public UnreadableAnswerTests() =>
        _http = new HttpClient(
            _clock.Hold(
                new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All, AllowAutoRedirect = false }
            )
        );

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task UpdateAsync_whose_answer_is_damaged_fails_like_one_whose_answer_broke_off(string encoding)
    {
        await using LoopbackServer server = await AnsweringAsync(200, encoding);
        using ProfileClient client = CreateClient(server);

        var exception = await Assert.ThrowsAsync<ProfileRequestException>(() =>
            client.UpdateAsync(new Member("m1", "x"), Cancellation)
        );

        Assert.True(exception.IsTransient);
        Assert.Contains("could not be read", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Clause", "BULK-7")]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task UpdateManyAsync_when_the_answer_is_damaged_leaves_the_file_unconfirmed(string encoding)
    {
        await using LoopbackServer server = await AnsweringAsync(200, encoding);
        using ProfileClient client = CreateClient(server);

        BulkResult result = await client.UpdateManyAsync(
            [new Member("m1", "x")],
            new BulkOptions { MaxAttempts = 1 },
            null,
            Cancellation
        );

        Assert.Equal((1, 1), (result.Read, result.Unconfirmed));
    }

    [Theory]
    [InlineData(400, "gzip")]
    [InlineData(503, "br")]
    public async Task UpdateAsync_whose_error_page_is_damaged_keeps_the_status(int status, string encoding)
    {
        await using LoopbackServer server = await AnsweringAsync(status, encoding);
        using ProfileClient client = CreateClient(server);

        var exception = await Assert.ThrowsAsync<ProfileRequestException>(() =>
            client.UpdateAsync(new Member("m1", "x"), Cancellation)
        );

        Assert.Equal((HttpStatusCode)status, exception.StatusCode);
    }

    [Theory]
    [Trait("Clause", "AUTH-2")]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task ListAsync_whose_answer_is_damaged_fails_like_one_whose_answer_broke_off(string encoding)
    {
        await using LoopbackServer server = await AnsweringAsync(200, encoding);
        using var source = new AdobeAttributeSource(
            new AdobeTokenOptions
            {
                Tenant = "acme",
                ApiKey = "key",
                AccessToken = _ => Task.FromResult("token"),
                BaseAddress = server.Address,
                TimeProvider = _clock,
            },
            _http
        );

        var exception = await Assert.ThrowsAsync<ProfileRequestException>(() => source.ListAsync(Cancellation));

        Assert.Contains("could not be read", exception.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _http.Dispose();

    private ProfileClient CreateClient(LoopbackServer server) =>
        new(
            new ProfileClientOptions
            {
                ClientCode = "acme",
                BaseAddress = server.Address,
                MaxAttempts = 1,
            },
            _http
        );

    private static Task<LoopbackServer> AnsweringAsync(int status, string encoding) =>
        LoopbackServer.StartAsync(async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            context.Response.StatusCode = status;
            context.Response.Headers.ContentEncoding = encoding;
            await context.Response.Body.WriteAsync(Damaged, context.RequestAborted);
        });
}
