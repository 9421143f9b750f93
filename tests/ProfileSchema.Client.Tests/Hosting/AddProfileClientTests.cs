using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ProfileSchema.Client.Tests.Quota;
using ProfileSchema.Emulator;

namespace ProfileSchema.Client.Tests.Hosting;

public sealed class AddProfileClientTests : HostingTest
{
    [Fact]
    public async Task A_client_of_a_container_does_what_one_does_that_was_made()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        Visit(emulator, "m1");
        ServiceProvider container = Build(services => services.AddProfileClient(To(emulator)));
        var client = container.GetRequiredService<ProfileClient>();
        Assert.True((await client.UpdateAsync(new Member("m1", "Oslo"), Cancellation)).IsSubmitted);
        BulkResult result = await client.UpdateManyAsync([new Member("m2", "Bergen")], Soon, null, Cancellation);
        Assert.Equal(1, result.Updated);
        Assert.Equal("Oslo", Stored(emulator, "m1")!["city"]);
        Assert.NotNull(await client.FetchAsync(ProfileKey.ThirdPartyId("m2"), Cancellation));
        Assert.Empty(emulator.Violations);
        await using AsyncServiceScope scope = container.CreateAsyncScope();
        Assert.Same(client, scope.ServiceProvider.GetRequiredService<ProfileClient>());
    }

    [Fact]
    public async Task Every_setting_comes_from_configuration()
    {
        TargetEmulator emulator = await StartEmulatorAsync(new TargetEmulatorOptions { RequiredToken = "s3cret" });
        ServiceProvider container = Build(services =>
            services.AddProfileClient(
                "europe",
                Section(
                    ("ClientCode", Account),
                    ("BaseAddress", emulator.BaseAddress.ToString()),
                    ("Token", "s3cret"),
                    ("RequestTimeout", "00:00:01"),
                    ("MaxAttempts", "1"),
                    ("Quota:CallsPerMinute", "25"),
                    ("Quota:ReservedForStatus", "4"),
                    ("Quota:ReservedForUploads", "6"),
                    ("Quota:SingleUpdatesPerDay", "7")
                )
            )
        );
        var client = container.GetRequiredKeyedService<ProfileClient>("europe");
        await client.UpdateAsync(new Member("m1", "x"), Cancellation);
        Assert.Equal(200, emulator.Calls[0].ReplyStatus);

        emulator.Faults.Next(TargetOperation.SingleUpdate, Fault.Status(500));
        await Assert.ThrowsAsync<ProfileRequestException>(() =>
            client.UpdateAsync(new Member("m1", "x"), Cancellation)
        );
        Assert.Equal(2, emulator.CallCount);

        emulator.Faults.Next(
            TargetOperation.SingleUpdate,
            Fault.Delay(FaultMoment.BeforeEffect, Timeout.InfiniteTimeSpan)
        );
        var late = await Assert.ThrowsAsync<ProfileRequestException>(() =>
            client.UpdateAsync(new Member("m1", "x"), Cancellation)
        );
        Assert.Contains("did not answer within", late.Message, StringComparison.Ordinal);

        var quota = container.GetRequiredKeyedService<AccountQuota>(Account);
        Assert.Equal(7 - 3, await quota.CallAllAsync(QuotaKind.SingleUpdate));
        Assert.Equal(25 - 4, await quota.CallAllAsync(QuotaKind.Upload));
        Assert.Equal(4, await quota.CallAllAsync(QuotaKind.Status));
    }

    [Fact]
    public async Task What_the_code_sets_later_goes_before_configuration()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ServiceProvider container = Build(services =>
        {
            services.AddSingleton(ProfileTokenSource.Fixed("of-the-container"));
            services.AddProfileClient(Section(("ClientCode", "other"), ("Token", "of-configuration")));
            services.Configure(To(emulator));
            services
                .AddOptions<ProfileClientOptions>()
                .Configure<ProfileTokenSource>((options, source) => options.TokenSource = source);
        });
        var client = container.GetRequiredService<ProfileClient>();
        await client.UpdateAsync(new Member("m1", "x"), Cancellation);
        ReceivedCall call = Assert.Single(emulator.Calls);
        Assert.Equal((Account, "Bearer of-the-container"), (call.ClientCode, call.Headers["Authorization"]));
    }

    [Fact]
    public async Task Several_accounts_go_by_their_names()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ServiceProvider container = Build(services =>
        {
            services.AddProfileClient(To(emulator));
            services.AddProfileClient("europe", To(emulator, "acme-eu"));
            services.AddProfileClient(
                "asia",
                Section(("ClientCode", "acme-asia"), ("BaseAddress", emulator.BaseAddress.ToString()))
            );
        });
        foreach (string? name in new[] { null, "europe", "asia" })
        {
            var client = container.GetRequiredKeyedService<ProfileClient>(name);
            await client.UpdateAsync(new Member("m1", "x"), Cancellation);
        }

        Assert.Equal(["acme", "acme-eu", "acme-asia"], emulator.Calls.Select(call => call.ClientCode));
        Assert.Null(container.GetKeyedService<ProfileClient>("africa"));
    }

    [Fact]
    [Trait("Clause", "BULK-5")]
    public async Task Clients_of_one_account_share_a_quota_and_those_of_others_do_not()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ServiceProvider container = Build(services =>
        {
            services.AddProfileClient("day", TenADay(emulator));
            services.AddProfileClient("night", To(emulator));
            services.AddProfileClient("other", To(emulator, "other"));
        });
        foreach (string name in new[] { "day", "night", "other" })
        {
            await container
                .GetRequiredKeyedService<ProfileClient>(name)
                .UpdateAsync(new Member("m1", "x"), Cancellation);
        }

        var quota = container.GetRequiredKeyedService<AccountQuota>(Account);
        Assert.Equal(10 - 2, await quota.CallAllAsync(QuotaKind.SingleUpdate));
        Assert.NotSame(quota, container.GetRequiredKeyedService<AccountQuota>("other"));
    }

    [Fact]
    [Trait("Clause", "BULK-5")]
    public async Task Client_codes_that_differ_in_case_alone_name_one_host_and_share_a_quota()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ServiceProvider container = Build(services =>
        {
            services.AddProfileClient("day", TenADay(emulator));
            services.AddProfileClient("night", To(emulator, "Acme"));
        });

        foreach (string name in new[] { "day", "night" })
        {
            await container
                .GetRequiredKeyedService<ProfileClient>(name)
                .UpdateAsync(new Member("m1", "x"), Cancellation);
        }

        var quota = container.GetRequiredKeyedService<AccountQuota>("ACME");
        Assert.Equal(10 - 2, await quota.CallAllAsync(QuotaKind.SingleUpdate));
    }

    [Fact]
    public async Task A_quota_of_the_callers_goes_before_the_shared_one()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        using var registered = new LocalAccountQuota(new AccountQuotaOptions { SingleUpdatesPerDay = 10 });
        using var set = new LocalAccountQuota(new AccountQuotaOptions { SingleUpdatesPerDay = 10 });
        ServiceProvider container = Build(services =>
        {
            services.AddKeyedSingleton<AccountQuota>(Account, registered);
            services.AddProfileClient(To(emulator));
            services.AddProfileClient("own", To(emulator) + (options => options.Quota = set));
        });
        await container.GetRequiredService<ProfileClient>().UpdateAsync(new Member("m1", "x"), Cancellation);
        await container.GetRequiredKeyedService<ProfileClient>("own").UpdateAsync(new Member("m1", "x"), Cancellation);
        Assert.Equal(9, await registered.CallAllAsync(QuotaKind.SingleUpdate));
        Assert.Equal(9, await set.CallAllAsync(QuotaKind.SingleUpdate));
    }

    [Fact]
    public async Task A_client_without_a_name_needs_no_keyed_service()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ServiceCollection services = [];
        services.AddProfileClient(To(emulator));
        await using ServiceProvider container = services.BuildServiceProvider();
        ServiceDescriptor descriptor = services.Single(service => service.ServiceType == typeof(ProfileClient));

        using var client = (ProfileClient)descriptor.ImplementationFactory!(new WithoutKeys(container));
        SingleUpdateResult result = await client.UpdateAsync(new Member("m1", "x"), Cancellation);

        Assert.True(result.IsSubmitted);
        Assert.DoesNotContain(services, service => service.IsKeyedService);
    }

    [Fact]
    [Trait("Clause", "BULK-5")]
    public async Task A_client_without_a_name_shares_the_quota_of_its_account_with_those_that_have_one()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ServiceProvider container = Build(services =>
        {
            services.AddProfileClient(TenADay(emulator));
            services.AddProfileClient("night", To(emulator));
        });

        foreach (string? name in new[] { null, "night" })
        {
            var client = container.GetRequiredKeyedService<ProfileClient>(name);
            await client.UpdateAsync(new Member("m1", "x"), Cancellation);
        }

        var quota = container.GetRequiredKeyedService<AccountQuota>(Account);
        Assert.Equal(10 - 2, await quota.CallAllAsync(QuotaKind.SingleUpdate));
    }

    [Fact]
    public async Task Adding_a_name_again_adds_to_its_client()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        ServiceProvider container = Build(services =>
        {
            services.AddProfileClient(To(emulator)).AddHttpMessageHandler(() => new Marking("X-First"));
            services
                .AddProfileClient(options => options.ClientCode = "second")
                .AddHttpMessageHandler(() => new Marking("X-Second"));
        });
        await container.GetServices<ProfileClient>().Single().UpdateAsync(new Member("m1", "x"), Cancellation);
        ReceivedCall call = Assert.Single(emulator.Calls);
        Assert.Equal("second", call.ClientCode);
        Assert.Contains("X-First", call.Headers.Keys, StringComparer.OrdinalIgnoreCase);
        Assert.Contains("X-Second", call.Headers.Keys, StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_clock_and_the_loggers_are_those_of_the_container()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2031, 2, 3, 4, 5, 6, TimeSpan.Zero));
        using var log = new RecordedLog();
        TargetEmulator emulator = await StartEmulatorAsync();
        ServiceProvider container = Build(services =>
        {
            services.AddSingleton<TimeProvider>(clock);
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
            services.AddProfileClient(To(emulator));
        });
        var client = container.GetRequiredService<ProfileClient>();
        BulkResult result = await client.UpdateManyAsync(
            [new Member("m1", "x")],
            new BulkOptions { StatusTimeout = TimeSpan.Zero },
            null,
            Cancellation
        );
        Assert.Equal(clock.GetUtcNow(), result.Files.Single().SentAt);
        Assert.Contains(log.Entries, entry => entry is { Category: "ProfileSchema.Client", Id: 5 });
    }

    [Fact]
    public async Task Options_that_name_others_keep_them_wherever_they_say_so()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2031, 2, 3, 4, 5, 6, TimeSpan.Zero));
        using var log = new RecordedLog();
        using ILoggerFactory loggers = LoggerFactory.Create(logging => logging.AddProvider(log));
        TargetEmulator emulator = await StartEmulatorAsync();
        ServiceProvider container = Build(services =>
        {
            services.AddSingleton(TimeProvider.System);
            services.AddLogging();
            services.Configure<ProfileClientOptions>(options =>
                (options.TimeProvider, options.LoggerFactory) = (clock, loggers)
            );
            services.AddProfileClient(To(emulator));
        });
        BulkResult result = await container
            .GetRequiredService<ProfileClient>()
            .UpdateManyAsync(
                [new Member("m1", "x")],
                new BulkOptions { StatusTimeout = TimeSpan.Zero },
                null,
                Cancellation
            );
        Assert.Equal(clock.GetUtcNow(), result.Files.Single().SentAt);
        Assert.NotEmpty(log.Entries);
    }

    [Fact]
    public async Task With_the_container_go_its_clients_and_their_connections()
    {
        TargetEmulator emulator = await StartEmulatorAsync();
        SocketsHttpHandler? connections = null;
        ServiceProvider container = Build(services =>
            services.AddProfileClient(To(emulator)).UseSocketsHttpHandler((handler, _) => connections = handler)
        );
        var client = container.GetRequiredService<ProfileClient>();
        await client.UpdateAsync(new Member("m1", "x"), Cancellation);
        await container.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() =>
            client.UpdateAsync(new Member("m1", "x"), Cancellation)
        );
        using var invoker = new HttpMessageInvoker(connections!, disposeHandler: false);
        using var request = new HttpRequestMessage(HttpMethod.Get, emulator.BaseAddress);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => invoker.SendAsync(request, Cancellation));
    }

    /// <summary>A container that knows no keyed services.</summary>
    private static IConfigurationSection TenADay(TargetEmulator emulator) =>
        Section(
            ("ClientCode", Account),
            ("BaseAddress", emulator.BaseAddress.ToString()),
            ("Quota:SingleUpdatesPerDay", "10")
        );

    private sealed class WithoutKeys(IServiceProvider inner) : IServiceProvider
    {
        public object? GetService(Type serviceType) => inner.GetService(serviceType);
    }
}
