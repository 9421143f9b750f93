using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ProfileSchema.Emulator;

namespace ProfileSchema.Client.Tests.Hosting;

/// <summary>What every call keeps to holds for connections of IHttpClientFactory too, whatever the program does to them.</summary>
public sealed class SafeConnectionTests : HostingTest
{
    /// <summary>Ways to bring the platform's defaults back.</summary>
    private static readonly Dictionary<string, Action<IHttpClientBuilder>> Ways = new()
    {
        ["untouched"] = _ => { },
        ["set up anew"] = http =>
            http.UseSocketsHttpHandler(
                (handler, _) =>
                {
                    handler.AllowAutoRedirect = true;
                    handler.UseCookies = true;
                    handler.CookieContainer = new CookieContainer();
                    handler.ActivityHeadersPropagator = DistributedContextPropagator.CreateDefaultPropagator();
                }
            ),
        ["replaced"] = http => http.ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler()),
        ["replaced and wrapped"] = http =>
            http.ConfigurePrimaryHttpMessageHandler(() =>
                new Marking("X-Wrapped") { InnerHandler = new SocketsHttpHandler() }
            ),
    };

    public static TheoryData<string> WayNames => [.. Ways.Keys];

    [Theory]
    [Trait("Clause", "HTTP-1")]
    [MemberData(nameof(WayNames))]
    public async Task No_redirect_is_followed(string way)
    {
        int elsewhereCalls = 0;
        await using LoopbackServer elsewhere = await LoopbackServer.StartAsync(_ =>
        {
            elsewhereCalls++;
            return Task.CompletedTask;
        });
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = elsewhere.Address.ToString();
            return Task.CompletedTask;
        });
        ProfileClient client = Client(server.Address, Ways[way]);
        var exception = await Assert.ThrowsAsync<ProfileRequestException>(() =>
            client.UpdateAsync(new Member("m1", "x"), Cancellation)
        );
        Assert.Contains("not followed", exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, elsewhereCalls);
    }

    [Theory]
    [Trait("Clause", "HTTP-1")]
    [MemberData(nameof(WayNames))]
    public async Task No_cookie_is_kept_and_no_baggage_or_trace_header_leaves(string way)
    {
        var headers = new List<string>();
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            headers.AddRange(context.Request.Headers.Select(header => header.Key.ToLowerInvariant()));
            context.Response.Headers.SetCookie = "mboxPC=1234; Path=/";
            return context.Response.WriteAsync("<response><success>true</success></response>", context.RequestAborted);
        });
        ProfileClient client = Client(server.Address, Ways[way]);
        using Activity activity = new Activity("test").AddBaggage("customer", "4711").Start();
        activity.TraceStateString = "a=b";
        await client.UpdateAsync(new Member("m1", "x"), Cancellation);
        await client.UpdateAsync(new Member("m2", "x"), Cancellation);
        string[] allowed = ["host", "content-type", "content-length", "x-wrapped"];
        Assert.Contains("host", headers);
        Assert.Empty(headers.Except(allowed));
    }

    [Theory]
    [Trait("Clause", "AUTH-5")]
    [MemberData(nameof(WayNames))]
    public async Task UpdateAsync_to_a_loopback_address_passes_the_proxy_of_the_machine_by(string way)
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = Client(emulator.BaseAddress, Ways[way]);

        int proxied = await CountProxiedAsync(
            emulator.BaseAddress.Authority,
            () => client.UpdateAsync(new Member("m1", "x"), Cancellation)
        );

        Assert.Equal((0, 1), (proxied, emulator.Calls.Count));
    }

    [Fact]
    [Trait("Clause", "AUTH-5")]
    public async Task UpdateAsync_to_a_loopback_address_passes_a_proxy_of_the_handler_by()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        var detour = new Detour(new Uri("http://127.0.0.1:9"), emulator.BaseAddress.Authority);
        ProfileClient client = Client(
            emulator.BaseAddress,
            http => http.UseSocketsHttpHandler((handler, _) => handler.Proxy = detour)
        );

        await client.UpdateAsync(new Member("m1", "x"), Cancellation);

        Assert.Single(emulator.Calls);
    }

    [Fact]
    [Trait("Clause", "AUTH-5")]
    public async Task Connections_of_their_own_to_a_loopback_address_pass_the_proxy_of_the_machine_by()
    {
        int direct = 0;
        await using LoopbackServer server = await LoopbackServer.StartAsync(context =>
        {
            Interlocked.Increment(ref direct);
            return context.Response.WriteAsync(
                HttpMethods.IsPost(context.Request.Method)
                    ? "<response><success>true</success></response>"
                    : """{"accessToken":"s3cret","expiresIn":3600,"mboxProfileAttributes":[]}""",
                context.RequestAborted
            );
        });
        var adobe = new AdobeTokenOptions
        {
            Tenant = Account,
            ApiKey = "key",
            AccessToken = _ => Task.FromResult("adobe-token"),
            BaseAddress = server.Address,
        };
        using var token = new AdobeTokenSource(adobe);
        using var attributes = new AdobeAttributeSource(adobe);
        var options = new ProfileClientOptions { TokenSource = token };
        To(server.Address)(options);
        using var client = new ProfileClient(options);

        int proxied = await CountProxiedAsync(
            server.Address.Authority,
            async () =>
            {
                await client.UpdateAsync(new Member("m1", "x"), Cancellation);
                await attributes.ListAsync(Cancellation);
            }
        );

        Assert.Equal((0, 3), (proxied, direct));
    }

    /// <summary>A name server may give the name to any machine: it is not asked.</summary>
    [Fact]
    [Trait("Clause", "AUTH-5")]
    public async Task UpdateAsync_to_the_name_loopback_goes_to_localhost()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = Client(new Uri($"http://loopback:{emulator.BaseAddress.Port}"), Ways["untouched"]);

        await client.UpdateAsync(new Member("m1", "x"), Cancellation);

        Assert.Equal($"localhost:{emulator.BaseAddress.Port}", emulator.Calls.Single().Headers["Host"]);
    }

    /// <summary>A gateway on this machine is loopback; a status that another host keeps is not.</summary>
    [Fact]
    [Trait("Clause", "STATUS-6")]
    public async Task GetBatchStatusAsync_of_another_host_goes_through_the_proxy_of_the_machine()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ProfileClient client = CreateClient(emulator, options => options.MaxAttempts = 1);
        var status = new Uri("https://mboxedge99.tt.omtrdc.net/m2/acme/profile/batchStatus?batchId=1");

        int proxied = await CountProxiedAsync(
            status.Authority,
            () => Assert.ThrowsAsync<ProfileRequestException>(() => client.GetBatchStatusAsync(status, Cancellation))
        );

        Assert.Equal(1, proxied);
    }

    [Fact]
    [Trait("Clause", "HTTP-1")]
    public void A_handler_that_cannot_be_made_safe_is_refused()
    {
        ServiceProvider container = Build(services =>
            services
                .AddProfileClient(options => options.ClientCode = Account)
                .ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler())
        );
        var exception = Assert.Throws<InvalidOperationException>(() => container.GetRequiredService<ProfileClient>());
        Assert.Contains("Use a SocketsHttpHandler", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "HTTP-1")]
    [Trait("Clause", "HTTP-2")]
    public async Task The_platform_logs_no_request()
    {
        using var log = new RecordedLog();
        TargetEmulator emulator = await StartEmulatorAsync();
        ServiceProvider container = Build(services =>
        {
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
            services.AddProfileClient(To(emulator));
            services.ConfigureHttpClientDefaults(http => http.AddDefaultLogger());
        });
        var client = container.GetRequiredService<ProfileClient>();
        await client.UpdateAsync(new Member("id-4711", "value-0815"), Cancellation);
        _ = await client.UpdateManyAsync([new Member("id-4711", "value-0815")], Soon, null, Cancellation);
        Assert.NotNull(await client.FetchAsync(ProfileKey.ThirdPartyId("id-4711"), Cancellation));
        Assert.Contains(log.Entries, entry => entry.Category == "ProfileSchema.Client");
        Assert.DoesNotContain(
            log.Entries,
            entry => entry.Category.StartsWith("System.Net.Http.HttpClient", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(log.Entries, entry => entry.Text.Contains("4711", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Entries, entry => entry.Text.Contains("0815", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Clause", "BULK-9")]
    public async Task A_timeout_for_small_requests_does_not_cut_calls_off()
    {
        // The timeout of an HttpClient knows no clock but the machine's. A slow machine only makes the answer later.
        TimeSpan timeout = TimeSpan.FromMilliseconds(30);
        await using LoopbackServer server = await LoopbackServer.StartAsync(async context =>
        {
            await Task.Delay(5 * timeout, context.RequestAborted);
            await context.Response.WriteAsync("<response><success>true</success></response>", context.RequestAborted);
        });
        ServiceProvider container = Build(services =>
        {
            Configure(services.AddProfileClient(To(server.Address)));
            services.ConfigureHttpClientDefaults(http => Configure(http));
        });
        var client = container.GetRequiredService<ProfileClient>();

        BulkResult result = await client.UpdateManyAsync([new Member("m1", "x")], null, null, Cancellation);

        Assert.Equal([BatchOutcome.Accepted], result.Files.Single().Attempts.Select(attempt => attempt.Outcome));

        void Configure(IHttpClientBuilder http) => http.ConfigureHttpClient(client => client.Timeout = timeout);
    }

    [Fact]
    public async Task Handlers_are_those_of_this_client_and_not_those_of_all_clients()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ServiceProvider container = Build(services =>
        {
            services.ConfigureHttpClientDefaults(http => http.AddHttpMessageHandler(() => new Marking("X-All")));
            services.AddTransient(_ => new Marking("X-From-Container"));
            services
                .AddProfileClient(To(emulator))
                .AddHttpMessageHandler(() => new Marking("X-Own"))
                .AddHttpMessageHandler<Marking>();
            services.AddProfileClient("other", To(emulator));
            services.ConfigureHttpClientDefaults(http => http.AddHttpMessageHandler(() => new Marking("X-All-2")));
        });
        await container.GetRequiredService<ProfileClient>().UpdateAsync(new Member("m1", "x"), Cancellation);
        await container
            .GetRequiredKeyedService<ProfileClient>("other")
            .UpdateAsync(new Member("m1", "x"), Cancellation);
        Assert.Equal(["X-From-Container", "X-Own"], Marks(emulator.Calls[0]));
        Assert.Empty(Marks(emulator.Calls[1]));

        static IEnumerable<string> Marks(ReceivedCall call) =>
            call.Headers.Keys.Where(name => name.StartsWith("X-", StringComparison.OrdinalIgnoreCase)).Order();
    }

    [Fact]
    [Trait("Clause", "AUTH-4")]
    public async Task The_token_goes_with_the_calls_of_its_own_account_only()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ServiceProvider container = Build(services =>
        {
            services.AddProfileClient(
                To(emulator) + (options => options.TokenSource = ProfileTokenSource.Fixed("s3cret"))
            );
            services.AddProfileClient("other", To(emulator, "other"));
        });
        await container.GetRequiredService<ProfileClient>().UpdateAsync(new Member("m1", "x"), Cancellation);
        await container
            .GetRequiredKeyedService<ProfileClient>("other")
            .UpdateAsync(new Member("m1", "x"), Cancellation);
        using HttpClient elses = container.GetRequiredService<IHttpClientFactory>().CreateClient();
        await elses.GetAsync(new Uri(emulator.BaseAddress, "/elsewhere"), Cancellation);
        Assert.Equal("Bearer s3cret", emulator.Calls[0].Headers["Authorization"]);
        Assert.False(emulator.Calls[1].Headers.ContainsKey("Authorization"));
        Assert.False(emulator.Calls[2].Headers.ContainsKey("Authorization"));
    }

    /// <summary>How many of the calls to a host and port reach the proxy of the machine; other tests run beside this one.</summary>
    private static async Task<int> CountProxiedAsync(string authority, Func<Task> calls)
    {
        int proxied = 0;
        await using LoopbackServer proxy = await LoopbackServer.StartAsync(context =>
        {
            Interlocked.Increment(ref proxied);
            context.Response.StatusCode = 403;
            return Task.CompletedTask;
        });
        IWebProxy before = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new Detour(proxy.Address, authority);
        try
        {
            await calls();
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }

        return proxied;
    }

    private ProfileClient Client(Uri address, Action<IHttpClientBuilder> configure) =>
        Build(services => configure(services.AddProfileClient(To(address)))).GetRequiredService<ProfileClient>();

    /// <summary>A proxy for one host and port.</summary>
    private sealed class Detour(Uri proxy, string authority) : IWebProxy
    {
        public ICredentials? Credentials { get; set; }

        public Uri GetProxy(Uri destination) => proxy;

        public bool IsBypassed(Uri destination) => destination.Authority != authority;
    }
}
