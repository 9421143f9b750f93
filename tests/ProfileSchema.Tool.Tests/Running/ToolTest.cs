using System.Text;
using ProfileSchema.Emulator;

namespace ProfileSchema.Tool.Tests.Running;

/// <summary>A test of the tool in a directory of its own.</summary>
public abstract class ToolTest : IAsyncDisposable
{
    protected const string Account = "acme";

    private readonly List<TargetEmulator> _emulators = [];

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected string Root { get; } = Directory.CreateTempSubdirectory("profileschema-tool-").FullName;

    /// <summary>Writes a file as UTF-8 without a BOM.</summary>
    protected string Write(string name, string content) => Write(name, Encoding.UTF8.GetBytes(content));

    protected string Write(string name, byte[] content)
    {
        File.WriteAllBytes(Path.Combine(Root, name), content);
        return name;
    }

    protected string ReadFile(string name) => File.ReadAllText(Path.Combine(Root, name));

    private protected Task<ToolProcess> RunAsync(params string[] arguments) =>
        RunWithAsync(input: null, environment: null, arguments);

    private protected Task<ToolProcess> RunWithAsync(
        string? input,
        Dictionary<string, string?>? environment,
        params string[] arguments
    ) => ToolCall.RunAsync(Root, ToolProcess.EnvironmentOf(Root, environment), input, arguments);

    /// <summary>For what only a process has: its version, its exit code, its pipes.</summary>
    private protected Task<ToolProcess> RunProcessAsync(string? input, params string[] arguments) =>
        ToolProcess.RunAsync(Root, environment: null, input, arguments);

    private protected Task<ToolProcess> RunOnTerminalAsync(
        Dictionary<string, string?>? environment,
        params string[] arguments
    ) => ToolProcess.RunOnTerminalAsync(Root, environment, arguments);

    protected async Task<TargetEmulator> StartEmulatorAsync(TargetEmulatorOptions? options = null)
    {
        TargetEmulator emulator = await TargetEmulator.StartAsync(options, Cancellation);
        _emulators.Add(emulator);
        return emulator;
    }

    /// <summary>The options that reach an emulator, with statuses asked soon.</summary>
    protected static string[] To(TargetEmulator emulator) =>
        ["--client", Account, "--base-address", emulator.BaseAddress.ToString()];

    protected static string[] SendTo(TargetEmulator emulator) => [.. To(emulator), "--status-interval", "0.02"];

    protected static string? Stored(TargetEmulator emulator, string id, string attribute) =>
        emulator.GetAccount(Account).FindProfile(TargetId.ThirdPartyId(id)) is { } profile
        && profile.Attributes.TryGetValue(attribute, out StoredValue value)
            ? value.Value
            : null;

    public virtual async ValueTask DisposeAsync()
    {
        foreach (TargetEmulator emulator in _emulators)
        {
            await emulator.DisposeAsync();
        }

        Directory.Delete(Root, recursive: true);
        GC.SuppressFinalize(this);
    }
}
