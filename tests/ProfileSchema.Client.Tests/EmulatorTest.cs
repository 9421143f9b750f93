using ProfileSchema.Emulator;

namespace ProfileSchema.Client.Tests;

/// <summary>A test of a client against an emulator of its own, over real HTTP.</summary>
public abstract class EmulatorTest : IAsyncDisposable
{
    protected const string Account = "acme";

    private readonly List<IAsyncDisposable> _emulators = [];
    private readonly List<IDisposable> _clients = [];

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Statuses are asked soon, so that no test waits.</summary>
    protected static BulkOptions Soon { get; } = new() { StatusInterval = TimeSpan.FromMilliseconds(20) };

    /// <summary>For tests of many calls that are not about their number.</summary>
    protected static AccountQuota Plenty =>
        new LocalAccountQuota(new AccountQuotaOptions { CallsPerMinute = 1_000_000 });

    /// <summary>The clock of the test's emulators and clients.</summary>
    protected MovedClock Clock { get; } = new();

    /// <param name="time">The clock of the emulator; null for that of the test.</param>
    protected async Task<TargetEmulator> StartEmulatorAsync(
        TargetEmulatorOptions? options = null,
        TimeProvider? time = null
    )
    {
        options ??= new TargetEmulatorOptions();
        options.TimeProvider = time ?? Clock;
        CancellationToken cancellation = Cancellation;
        TargetEmulator emulator = await MovedClock.StartOutsideAsync(() =>
            TargetEmulator.StartAsync(options, cancellation)
        );
        _emulators.Add(emulator);
        return emulator;
    }

    /// <param name="outer">The handlers that the client's calls pass first.</param>
    protected ProfileClient CreateClient(
        TargetEmulator emulator,
        Action<ProfileClientOptions>? configure = null,
        params DelegatingHandler[] outer
    )
    {
        var options = new ProfileClientOptions
        {
            ClientCode = Account,
            BaseAddress = emulator.BaseAddress,
            TimeProvider = Clock,
        };
        configure?.Invoke(options);
        HttpClient http = Clock.CreateHttpClient(outer);
        var client = new ProfileClient(options, http);
        _clients.Add(client);
        _clients.Add(http);
        return client;
    }

    /// <summary>A profile that a visit made; the same one if the id comes twice, as arbitrary ids do.</summary>
    protected static void Visit(TargetEmulator emulator, string thirdPartyId)
    {
        TargetAccount account = emulator.GetAccount(Account);
        if (account.FindProfile(TargetId.ThirdPartyId(thirdPartyId)) is null)
        {
            account.AddProfile(thirdPartyId);
        }
    }

    protected static IReadOnlyDictionary<string, string>? Stored(TargetEmulator emulator, string thirdPartyId) =>
        emulator
            .GetAccount(Account)
            .FindProfile(TargetId.ThirdPartyId(thirdPartyId))
            ?.Attributes.ToDictionary(pair => pair.Key, pair => pair.Value.Value);

    public virtual async ValueTask DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        foreach (IAsyncDisposable emulator in _emulators)
        {
            await emulator.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }
}
