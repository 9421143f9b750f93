using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ProfileSchema.Emulator;

namespace ProfileSchema.Client.Tests.Hosting;

/// <summary>A test of clients that come from a container.</summary>
public abstract class HostingTest : EmulatorTest
{
    private readonly List<ServiceProvider> _containers = [];

    protected ServiceProvider Build(Action<IServiceCollection> add)
    {
        var services = new ServiceCollection();
        add(services);
        ServiceProvider container = services.BuildServiceProvider(validateScopes: true);
        _containers.Add(container);
        return container;
    }

    protected static Action<ProfileClientOptions> To(TargetEmulator emulator, string clientCode = Account) =>
        To(emulator.BaseAddress, clientCode);

    protected static Action<ProfileClientOptions> To(Uri address, string clientCode = Account) =>
        options => (options.ClientCode, options.BaseAddress) = (clientCode, address);

    protected static IConfigurationSection Section(params (string Key, string? Value)[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                settings.Select(setting => KeyValuePair.Create("Target:" + setting.Key, setting.Value))
            )
            .Build()
            .GetSection("Target");

    public override async ValueTask DisposeAsync()
    {
        foreach (ServiceProvider container in _containers)
        {
            await container.DisposeAsync();
        }

        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
