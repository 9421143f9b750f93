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

    protected async Task<TargetEmulator> StartEmulatorAsync(TargetEmulatorOptions? options = null)
    {
        TargetEmulator emulator = await TargetEmulator.StartAsync(options, Cancellation);
        _emulators.Add(emulator);
        return emulator;
    }

    protected ProfileClient CreateClient(TargetEmulator emulator, Action<ProfileClientOptions>? configure = null)
    {
        var options = new ProfileClientOptions { ClientCode = Account, BaseAddress = emulator.BaseAddress };
        configure?.Invoke(options);
        var client = new ProfileClient(options);
        _clients.Add(client);
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

    /// <summary>A client on the emulator's own clock, which moves by itself.</summary>
    protected ProfileClient CreateClient(
        TargetEmulator emulator,
        MovedClock clock,
        Action<ProfileClientOptions>? configure = null
    )
    {
        clock.HeldCalls = () => emulator.Faults.HeldCallCount;
        var options = new ProfileClientOptions
        {
            ClientCode = Account,
            BaseAddress = emulator.BaseAddress,
            TimeProvider = clock,
        };
        configure?.Invoke(options);
        HttpClient http = clock.CreateHttpClient();
        var client = new ProfileClient(options, http);
        _clients.Add(client);
        _clients.Add(http);
        return client;
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
