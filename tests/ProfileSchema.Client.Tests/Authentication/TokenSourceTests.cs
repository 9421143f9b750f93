using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using ProfileSchema.Emulator;

namespace ProfileSchema.Client.Tests.Authentication;

public sealed class TokenSourceTests : EmulatorTest
{
    private int _asked;

    [Theory]
    [Trait("Clause", "AUTH-3")]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.Unauthorized)]
    public async Task A_token_that_is_refused_is_replaced_once_for_all_callers(HttpStatusCode refusal)
    {
        TargetEmulator emulator = await StartEmulatorAsync(
            new TargetEmulatorOptions { RequiredToken = "token-2", TokenRefusalStatus = refusal }
        );
        ProfileClient client = CreateClient(emulator, options => options.TokenSource = Counting());
#pragma warning disable PRF101 // It is single calls at the same time that this is about.
        await Task.WhenAll(
            Enumerable.Range(0, 20).Select(i => client.UpdateAsync(new Member($"m{i}", "x"), Cancellation))
        );
#pragma warning restore PRF101
        Assert.Equal(2, _asked);
        BulkResult result = await client.UpdateManyAsync([new Member("m", "x")], Soon, null, Cancellation);
        Assert.Equal(1, result.Updated);
        Assert.Equal(2, _asked);
    }

    [Fact]
    [Trait("Clause", "AUTH-3")]
    public async Task A_source_is_asked_anew_at_most_once_a_minute_and_a_call_made_again_only_with_a_new_token()
    {
        var time = new FakeTimeProvider();
        TargetEmulator emulator = await StartEmulatorAsync(new TargetEmulatorOptions { RequiredToken = "never" });
        ProfileTokenSource source = Counting();
        ProfileClient client = CreateClient(
            emulator,
            options => (options.TokenSource, options.TimeProvider) = (source, time)
        );
        Task Update() =>
            Assert.ThrowsAsync<ProfileRequestException>(() => client.UpdateAsync(new Member("m", "x"), Cancellation));
        await Update();
        Assert.Equal((2, 2), (_asked, emulator.Calls.Count));
        await Update();
        Assert.Equal((2, 3), (_asked, emulator.Calls.Count));
        time.Advance(TimeSpan.FromMinutes(1));
        await Update();
        Assert.Equal((3, 5), (_asked, emulator.Calls.Count));
    }

    [Fact]
    [Trait("Clause", "AUTH-3")]
    public async Task A_call_that_is_made_once_is_made_once_more_with_a_new_token()
    {
        TargetEmulator emulator = await StartEmulatorAsync(new TargetEmulatorOptions { RequiredToken = "token-2" });
        ProfileClient client = CreateClient(
            emulator,
            options => (options.TokenSource, options.MaxAttempts) = (Counting(), 1)
        );
        await client.UpdateAsync(new Member("m", "x"), Cancellation);
        Assert.Equal((2, 2), (_asked, emulator.CallCount));

        _asked = 0;
        ProfileClient another = CreateClient(emulator, options => options.TokenSource = Counting());
        var options = new BulkOptions { StatusInterval = Soon.StatusInterval, MaxAttempts = 1 };
        BulkResult result = await another.UpdateManyAsync([new Member("m", "x")], options, null, Cancellation);
        Assert.Equal((1, 2), (result.Updated, result.Files[0].Attempts.Count));
    }

    [Fact]
    [Trait("Clause", "AUTH-2")]
    public async Task A_file_is_not_sent_where_the_endpoint_lets_nobody_in_and_it_is_the_endpoint_that_is_named()
    {
        await using LoopbackServer endpoint = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 403;
            return Task.CompletedTask;
        });
        using AdobeTokenSource source = Source(endpoint.Address, TimeProvider.System);
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator, options => options.TokenSource = source);
        var exception = await Assert.ThrowsAsync<BulkUpdateException>(() =>
            client.UpdateManyAsync([new Member("m", "x")], Soon, null, Cancellation)
        );
        Bulk.UpdateManyTests.AssertBalanced(exception.Result);
        Assert.Equal((1, 0), (exception.Result.NotSent, exception.Result.Declined));
        Assert.Contains("Adobe I/O answered 403", exception.Message, StringComparison.Ordinal);
        Assert.Empty(emulator.Calls);
    }

    [Fact]
    [Trait("Clause", "AUTH-2")]
    public async Task A_file_is_sent_again_where_the_endpoint_failed_for_a_while()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator, options => options.TokenSource = new FailingOnce());
        BulkResult result = await client.UpdateManyAsync([new Member("m", "x")], null, null, Cancellation);
        Assert.Equal(1, result.Updated);
        Assert.Equal(
            [(BatchOutcome.NotSent, null), (BatchOutcome.Accepted, HttpStatusCode.OK)],
            result.Files[0].Attempts.Select(attempt => (attempt.Outcome, attempt.StatusCode))
        );
    }

    [Fact]
    [Trait("Clause", "AUTH-2")]
    [Trait("Clause", "AUTH-3")]
    [Trait("Clause", "AUTH-4")]
    public async Task The_endpoint_is_asked_by_get_shortly_before_expiry_and_once_for_all()
    {
        var requests = new List<string>();
        await using LoopbackServer server = await EndpointAsync(requests);
        var time = new FakeTimeProvider();
        using AdobeTokenSource source = Source(server.Address, time);
        string[] tokens = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => source.GetTokenAsync(Cancellation).AsTask())
        );
        Assert.Equal(["token-1"], tokens.Distinct());
        time.Advance(TimeSpan.FromSeconds(3600 - 301));
        Assert.Equal("token-1", await source.GetTokenAsync(Cancellation));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("token-2", await source.GetTokenAsync(Cancellation));
        Assert.Equal(2, requests.Count);
        Assert.All(
            requests,
            request =>
                Assert.Equal(
                    "GET /acme/target/authentication/token?authorizationScope=profile_api Bearer adobe-secret key",
                    request
                )
        );
        Assert.DoesNotContain("token-", source.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "AUTH-3")]
    public async Task While_the_old_token_lasts_an_endpoint_that_fails_does_no_harm()
    {
        var requests = new List<string>();
        await using LoopbackServer server = await EndpointAsync(requests, failFrom: 2);
        using HttpClient http = Clock.CreateHttpClient();
        using var source = new AdobeTokenSource(Options(server.Address, Clock), http);
        Assert.Equal("token-1", await source.GetTokenAsync(Cancellation));
        await Task.Delay(TimeSpan.FromSeconds(3600 - 300), Clock, Cancellation);
        Assert.Equal("token-1", await source.GetTokenAsync(Cancellation));
        Assert.Equal(4, requests.Count);
        Assert.Equal("token-1", await source.GetTokenAsync(Cancellation));
        Assert.Equal(4, requests.Count);
        await Task.Delay(TimeSpan.FromSeconds(300), Clock, Cancellation);
        await Assert.ThrowsAsync<ProfileRequestException>(() => source.GetTokenAsync(Cancellation).AsTask());
    }

    [Theory]
    [Trait("Clause", "AUTH-2")]
    [InlineData(200, "<html/>", "something that is not its reply")]
    [InlineData(200, "{\"accessToken\":\"\",\"expiresIn\":10}", "something that is not its reply")]
    [InlineData(200, "{\"accessToken\":\"t-4711\"}", "something that is not its reply")]
    [InlineData(200, "{\"accessToken\":\"t 4711\",\"expiresIn\":10}", "something that is not its reply")]
    [InlineData(403, "t-4711", "answered 403")]
    public async Task What_is_no_token_is_an_error_that_shows_nothing(int status, string body, string message)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(body, context.RequestAborted);
        });
        using AdobeTokenSource source = Source(server.Address, TimeProvider.System);
        var exception = await Assert.ThrowsAsync<ProfileRequestException>(() =>
            source.GetTokenAsync(Cancellation).AsTask()
        );
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", exception.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("adobe-secret", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "HTTP-2")]
    public async Task Who_gives_what_is_no_token_is_named_and_what_it_gave_is_not()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileTokenSource vault = ProfileTokenSource.FromDelegate(_ => Task.FromResult("Bearer t-4711"));
        ProfileClient client = CreateClient(emulator, options => options.TokenSource = vault);
        AdobeTokenOptions options = Options(emulator.BaseAddress, TimeProvider.System);
        options.AccessToken = _ => Task.FromResult("t-4711\n");
        using var adobe = new AdobeTokenSource(options);

        var ofAccount = await Assert.ThrowsAsync<ProfileRequestException>(() =>
            client.UpdateAsync(new Member("m", "x"), Cancellation)
        );
        var ofAdobe = await Assert.ThrowsAsync<ProfileRequestException>(() =>
            adobe.GetTokenAsync(Cancellation).AsTask()
        );
        Assert.Contains("ProfileClientOptions.TokenSource", ofAccount.Message, StringComparison.Ordinal);
        Assert.Contains("AdobeTokenOptions.AccessToken", ofAdobe.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", $"{ofAccount}{ofAdobe}", StringComparison.Ordinal);
        Assert.Empty(emulator.Calls);
    }

    [Fact]
    [Trait("Clause", "AUTH-3")]
    public async Task UpdateAsync_after_the_delegate_gave_an_empty_token_asks_it_again()
    {
        TargetEmulator emulator = await StartEmulatorAsync(new TargetEmulatorOptions { RequiredToken = "token-2" });
        ProfileTokenSource source = ProfileTokenSource.FromDelegate(_ =>
            Task.FromResult(Interlocked.Increment(ref _asked) == 1 ? "" : "token-2")
        );
        ProfileClient client = CreateClient(
            emulator,
            options => (options.TokenSource, options.MaxAttempts) = (source, 1)
        );

        await Assert.ThrowsAsync<ProfileRequestException>(() => client.UpdateAsync(new Member("m", "x"), Cancellation));
        SingleUpdateResult result = await client.UpdateAsync(new Member("m", "x"), Cancellation);

        Assert.True(result.IsSubmitted);
        Assert.Equal(2, _asked);
    }

    [Theory]
    [Trait("Clause", "AUTH-3")]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(2, true)]
    public async Task UpdateAsync_whose_token_source_hangs_ends_in_time_and_the_next_call_asks_again(
        int hangingQuestion,
        bool isTokenObserved
    )
    {
        var time = new FakeTimeProvider();
        TargetEmulator emulator = await StartEmulatorAsync(new TargetEmulatorOptions { RequiredToken = "token-3" });
        var hangs = new TaskCompletionSource();
        var isEnded = new TaskCompletionSource();
        ProfileTokenSource source = ProfileTokenSource.FromDelegate(async token =>
        {
            int question = Interlocked.Increment(ref _asked);
            if (question == hangingQuestion)
            {
                using CancellationTokenRegistration ended = token.Register(isEnded.SetResult);
                hangs.SetResult();
                await Task.Delay(Timeout.Infinite, isTokenObserved ? token : CancellationToken.None);
            }

            return question < hangingQuestion ? "token-1" : "token-3";
        });
        ProfileClient client = CreateClient(
            emulator,
            options =>
                (options.TokenSource, options.TimeProvider, options.MaxAttempts, options.RequestTimeout) = (
                    source,
                    time,
                    1,
                    TimeSpan.FromSeconds(10)
                )
        );

        Task<SingleUpdateResult> call = client.UpdateAsync(new Member("m", "x"), Cancellation);
        await hangs.Task.WaitAsync(Cancellation);
        time.Advance(TimeSpan.FromSeconds(10));
        var exception = await Assert.ThrowsAsync<ProfileRequestException>(() => call);
        await isEnded.Task.WaitAsync(Cancellation);
        time.Advance(TimeSpan.FromMinutes(1));
        SingleUpdateResult next = await client.UpdateAsync(new Member("m", "x"), Cancellation);

        Assert.Contains("within 10 seconds", exception.Message, StringComparison.Ordinal);
        Assert.True(next.IsSubmitted);
    }

    /// <summary>The key would go along, and the token with a handler of the caller's.</summary>
    [Theory]
    [Trait("Clause", "AUTH-4")]
    [Trait("Clause", "HTTP-1")]
    [InlineData(false, "answered with a redirect, 307")]
    [InlineData(true, "AllowAutoRedirect = false")]
    public async Task A_redirect_of_the_endpoint_is_not_followed_or_reported(bool isFollowed, string message)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            if (context.Request.Path != "/elsewhere")
            {
                context.Response.StatusCode = 307;
                context.Response.Headers.Location = "/elsewhere";
                return Task.CompletedTask;
            }

            return context.Response.WriteAsync("""{"accessToken":"t-4711","expiresIn":10}""", context.RequestAborted);
        });
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = isFollowed });
        using var source = new AdobeTokenSource(Options(server.Address, TimeProvider.System), http);
        var exception = await Assert.ThrowsAsync<ProfileRequestException>(() =>
            source.GetTokenAsync(Cancellation).AsTask()
        );
        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_that_cannot_work_are_refused_by_name()
    {
        AssertRefused(options => options.Tenant = "a/b", "Tenant");
        AssertRefused(options => options.Tenant = "", "Tenant");
        AssertRefused(options => options.ApiKey = "", "ApiKey");
        AssertRefused(options => options.ApiKey = "a\r\nb", "ApiKey");
        AssertRefused(options => options.AccessToken = null, "AccessToken");
        AssertRefused(options => options.BaseAddress = new Uri("http://mc.adobe.io"), "BaseAddress");
        AssertRefused(options => options.RequestTimeout = TimeSpan.Zero, "RequestTimeout");
        AssertRefused(options => options.TimeProvider = null!, "TimeProvider");
        Assert.Throws<ArgumentNullException>(() => ProfileTokenSource.FromDelegate(null!));
    }

    private static void AssertRefused(Action<AdobeTokenOptions> spoil, string option)
    {
        AdobeTokenOptions options = Options(new Uri("https://mc.adobe.io"), TimeProvider.System);
        spoil(options);
        var exception = Assert.ThrowsAny<ArgumentException>(() => new AdobeTokenSource(options));
        Assert.Contains($"AdobeTokenOptions.{option} ", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>The first time it says that its endpoint failed.</summary>
    private sealed class FailingOnce : ProfileTokenSource
    {
        private bool _hasFailed;

        public override ValueTask<string> GetTokenAsync(CancellationToken cancellationToken)
        {
            bool isFirst = !_hasFailed;
            _hasFailed = true;
            return isFirst
                ? throw new ProfileRequestException("no answer", HttpStatusCode.InternalServerError)
                {
                    IsTransient = true,
                }
                : new ValueTask<string>("token");
        }
    }

    private ProfileTokenSource Counting() =>
        ProfileTokenSource.FromDelegate(_ => Task.FromResult($"token-{Interlocked.Increment(ref _asked)}"));

    private static AdobeTokenSource Source(Uri address, TimeProvider time) => new(Options(address, time));

    private static AdobeTokenOptions Options(Uri address, TimeProvider time) =>
        new()
        {
            Tenant = "acme",
            ApiKey = "key",
            AccessToken = _ => Task.FromResult("adobe-secret"),
            BaseAddress = address,
            TimeProvider = time,
        };

    private static Task<LoopbackServer> EndpointAsync(List<string> requests, int failFrom = int.MaxValue) =>
        LoopbackServer.StartAsync(context =>
        {
            HttpRequest request = context.Request;
            requests.Add(
                $"{request.Method} {request.Path}{request.QueryString} {request.Headers.Authorization} {request.Headers["X-Api-Key"]}"
            );
            if (requests.Count >= failFrom)
            {
                context.Response.StatusCode = 500;
                return Task.CompletedTask;
            }

            string number = requests.Count.ToString(CultureInfo.InvariantCulture);
            return context.Response.WriteAsync(
                $"{{\"accessToken\":\"token-{number}\",\"tokenType\":\"bearer\",\"expiresIn\":3600}}",
                context.RequestAborted
            );
        });
}
