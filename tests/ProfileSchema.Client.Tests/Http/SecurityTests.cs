using System.Diagnostics;
using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using ProfileSchema.Emulator;

namespace ProfileSchema.Client.Tests.Http;

public sealed class SecurityTests : EmulatorTest
{
    [Theory]
    [Trait("Clause", "HTTP-1")]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed(int status)
    {
        var received = new List<string>();
        await using LoopbackServer elsewhere = await LoopbackServer.StartAsync(context =>
        {
            received.Add(context.Request.Path);
            return Task.CompletedTask;
        });
        await using LoopbackServer server = await RedirectingAsync(elsewhere, status);
        using ProfileClient client = WithConnectionsOfItsOwn(server);
        var exception = await Assert.ThrowsAsync<ProfileRequestException>(() =>
            client.UpdateAsync(new Member("m1", "x"), Cancellation)
        );
        Assert.Contains("not followed", exception.Message, StringComparison.Ordinal);
        BulkResult result = await client.UpdateManyAsync([new Member("m1", "x")], Soon, null, Cancellation);
        Assert.Equal(1, result.Declined);
        Assert.Empty(received);
    }

    [Fact]
    [Trait("Clause", "HTTP-1")]
    public async Task A_redirect_that_the_callers_own_client_followed_is_reported()
    {
        await using LoopbackServer elsewhere = await LoopbackServer.StartAsync(_ => Task.CompletedTask);
        await using LoopbackServer server = await RedirectingAsync(elsewhere, 307);
        using var following = new HttpClient();
        using var client = new ProfileClient(
            new ProfileClientOptions { ClientCode = "acme", BaseAddress = server.Address },
            following
        );
        var exception = await Assert.ThrowsAsync<ProfileRequestException>(() =>
            client.UpdateAsync(new Member("m1", "x"), Cancellation)
        );
        Assert.Contains("AllowAutoRedirect = false", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "HTTP-1")]
    public async Task No_cookie_is_kept_and_no_trace_header_sent()
    {
        var headers = new List<string>();
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            headers.AddRange(context.Request.Headers.Select(header => header.Key.ToLowerInvariant()));
            context.Response.Headers.SetCookie = "mboxPC=1234; Path=/";
            return context.Response.WriteAsync("<response><success>true</success></response>", context.RequestAborted);
        });
        using ProfileClient client = WithConnectionsOfItsOwn(server);
        using Activity activity = new Activity("test").AddBaggage("customer", "4711").Start();
        activity.TraceStateString = "a=b";
        await client.UpdateAsync(new Member("m1", "x"), Cancellation);
        await client.UpdateAsync(new Member("m2", "x"), Cancellation);
        Assert.NotEmpty(headers);
        string[] allowed = ["host", "content-type", "content-length"];
        Assert.Empty(headers.Except(allowed));
    }

    [Fact]
    [Trait("Clause", "AUTH-1")]
    public async Task Every_call_carries_the_token_that_an_account_asks_for()
    {
        TargetEmulator emulator = await StartEmulatorAsync(new TargetEmulatorOptions { RequiredToken = "s3cret" });
        emulator.GetAccount(Account).AddProfile("m1");
        ProfileClient client = CreateClient(
            emulator,
            options => options.TokenSource = ProfileTokenSource.Fixed("s3cret")
        );
        await client.UpdateAsync(new Member("m1", "x"), Cancellation);
        BulkResult result = await client.UpdateManyAsync([new Member("m1", "y")], Soon, null, Cancellation);
        Assert.Equal(1, result.Updated);
        Assert.NotNull(await client.FetchAsync(ProfileKey.ThirdPartyId("m1"), Cancellation));
        Assert.Equal(4, emulator.Calls.Select(call => call.Operation).Distinct().Count());
        Assert.All(emulator.Calls, call => Assert.Equal("Bearer s3cret", call.Headers["Authorization"]));
    }

    [Fact]
    [Trait("Clause", "AUTH-1")]
    public async Task Without_the_token_every_call_says_what_to_set()
    {
        TargetEmulator emulator = await StartEmulatorAsync(new TargetEmulatorOptions { RequiredToken = "s3cret" });
        ProfileClient client = CreateClient(emulator);
        Func<Task>[] calls =
        [
            () => client.UpdateAsync(new Member("m1", "x"), Cancellation),
            () => client.FetchAsync(ProfileKey.ThirdPartyId("m1"), Cancellation),
            () =>
                client.GetBatchStatusAsync(
                    new Uri(emulator.BaseAddress, "/m2/acme/profile/batchStatus?batchId=1"),
                    Cancellation
                ),
        ];
        foreach (Func<Task> call in calls)
        {
            var exception = await Assert.ThrowsAsync<ProfileRequestException>(call);
            Assert.Equal(HttpStatusCode.Forbidden, exception.StatusCode);
            Assert.Contains("TokenSource", exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    [Trait("Clause", "AUTH-4")]
    public async Task The_token_stays_with_the_requests_of_the_client()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        using var shared = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        using var client = new ProfileClient(
            new ProfileClientOptions
            {
                ClientCode = "acme",
                BaseAddress = emulator.BaseAddress,
                TokenSource = ProfileTokenSource.Fixed("s3cret"),
            },
            shared
        );
        await client.UpdateAsync(new Member("m1", "x"), Cancellation);
        await shared.GetAsync(new Uri(emulator.BaseAddress, "/somewhere"), Cancellation);
        Assert.Equal("Bearer s3cret", emulator.Calls[0].Headers["Authorization"]);
        Assert.False(emulator.Calls[1].Headers.ContainsKey("Authorization"));
        client.Dispose();
        await shared.GetAsync(new Uri(emulator.BaseAddress, "/still-open"), Cancellation);
    }

    [Fact]
    [Trait("Clause", "HTTP-2")]
    public async Task What_is_printed_holds_no_id_value_or_token()
    {
        const string id = "id-4711";
        const string value = "value-0815";
        TargetEmulator emulator = await StartEmulatorAsync();
        emulator.GetAccount(Account).AddProfile(id, "pc-" + id, attributes: [new("city", value)]);
        ProfileClient client = CreateClient(emulator);
        ProfileTokenSource source = ProfileTokenSource.Fixed("token-4711");
        BulkResult bulk = await client.UpdateManyAsync(
            [new Member(id, value), new Member(id + "/", value)],
            Soon,
            null,
            Cancellation
        );
        FetchedProfile fetched = (await client.FetchAsync(ProfileKey.ThirdPartyId(id), Cancellation))!;
        object[] printed =
        [
            await client.UpdateAsync(new Member(id, value), Cancellation),
            bulk,
            bulk.Files[0],
            bulk.Rejections[0],
            fetched,
            fetched.Attributes["city"],
            ProfileKey.ThirdPartyId(id),
            source,
            await client.GetBatchStatusAsync(bulk.Files[0].StatusUrl!, Cancellation),
            new BulkUpdateException("why", bulk, new InvalidOperationException()),
            new BulkUpdateCanceledException(bulk, default),
        ];
        Assert.All(
            printed,
            item =>
            {
                Assert.DoesNotContain("4711", item.ToString()!, StringComparison.Ordinal);
                Assert.DoesNotContain("0815", item.ToString()!, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    [Trait("Clause", "HTTP-2")]
    public async Task A_service_that_cannot_be_reached_is_told_without_the_address_of_the_call()
    {
        LoopbackServer server = await LoopbackServer.StartAsync(_ => Task.CompletedTask);
        using ProfileClient client = server.CreateClient(clock: Clock);
        await server.DisposeAsync();
        var exception = await Assert.ThrowsAsync<ProfileRequestException>(() =>
            client.FetchAsync(ProfileKey.ThirdPartyId("id-4711"), Cancellation)
        );
        Assert.Null(exception.StatusCode);
        Assert.Contains("did not answer", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_takes_too_long_is_given_up_and_one_that_is_cancelled_ends()
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
            Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted)
        );
        using var client = new ProfileClient(
            new ProfileClientOptions
            {
                ClientCode = "acme",
                BaseAddress = server.Address,
                RequestTimeout = TimeSpan.FromMilliseconds(50),
            }
        );
        var exception = await Assert.ThrowsAsync<ProfileRequestException>(() =>
            client.UpdateAsync(new Member("m1", "x"), Cancellation)
        );
        Assert.Contains("did not answer within", exception.Message, StringComparison.Ordinal);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            client.UpdateAsync(new Member("m1", "x"), cancelled.Token)
        );
    }

    [Fact]
    public void A_client_can_be_stood_in_for()
    {
        Assert.False(typeof(ProfileClient).IsSealed);
        MethodInfo[] calls =
        [
            .. typeof(ProfileClient)
                .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal)),
        ];
        Assert.NotEmpty(calls);
        Assert.All(calls, call => Assert.True(call.IsVirtual && !call.IsFinal));
        Assert.All(calls, call => Assert.Equal(typeof(CancellationToken), call.GetParameters()[^1].ParameterType));
    }

    /// <summary>What is proven here is the handler that the library makes, and not one that a test made as safe.</summary>
    private static ProfileClient WithConnectionsOfItsOwn(LoopbackServer server) =>
        new(new ProfileClientOptions { ClientCode = "acme", BaseAddress = server.Address });

    private static Task<LoopbackServer> RedirectingAsync(LoopbackServer elsewhere, int status) =>
        LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = new Uri(elsewhere.Address, "/elsewhere").ToString();
            return Task.CompletedTask;
        });
}
