using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using ProfileSchema.Tool.Tests.Running;

namespace ProfileSchema.Tool.Tests.Emulate;

/// <summary>Tests of <c>emulate</c>: emulators in this process or, where signals and kills are tested, in one of their own.</summary>
public abstract class EmulateTest : ToolTest
{
    /// <summary>The last line that an emulator writes before it takes calls.</summary>
    private const string LastLine = "Profiles ";

    private readonly List<StartedTool> _tools = [];
    private readonly List<Process> _processes = [];

    protected HttpClient Http { get; } = new();

    /// <summary>Starts an emulator on a free port in this process, and waits until it says where it listens.</summary>
    private protected async Task<RunningEmulator> EmulateAsync(params string[] options)
    {
        StartedTool tool = await ToolCall.StartAsync(
            Root,
            ToolProcess.EnvironmentOf(Root, environment: null),
            LastLine,
            ["emulate", "--port", "0", .. options]
        );
        _tools.Add(tool);
        return new RunningEmulator(tool, AddressIn(tool.Output), tool.Output);
    }

    /// <summary>Starts an emulator on a free port in a process of its own.</summary>
    private protected async Task<EmulatorProcess> EmulateInAnotherProcessAsync(params string[] options)
    {
        Process process = ToolProcess.Start(Root, ["emulate", "--port", "0", .. options]);
        _processes.Add(process);
        string said = await ToolProcess.ReadUntilAsync(process, LastLine);
        return new EmulatorProcess(process, AddressIn(said), said);
    }

    private static Uri AddressIn(string said) => new(said.Split('\n')[0]["Listening on".Length..].Trim());

    protected async Task<string> PostBatchAsync(Uri emulator, string file, string version = "v2/")
    {
        using StringContent content = Form(file);
        using HttpResponseMessage response = await Http.PostAsync(
            new Uri(emulator, $"m2/{Account}/{version}profile/batchUpdate"),
            content,
            Cancellation
        );
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(Cancellation);
    }

    protected static StringContent Form(string content) =>
        new(content, Encoding.UTF8, "application/x-www-form-urlencoded");

    /// <summary>The value of an attribute as a fetch tells it; null if there is no such profile or attribute.</summary>
    protected async Task<string?> FetchAsync(Uri emulator, string id, string attribute)
    {
        using HttpResponseMessage response = await Http.GetAsync(
            new Uri(emulator, $"rest/v1/profiles/thirdPartyId/{id}?client={Account}"),
            Cancellation
        );
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using JsonDocument profile = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation));
        return profile.RootElement.GetProperty("profileAttributes").TryGetProperty(attribute, out JsonElement found)
            ? found.GetProperty("value").GetString()
            : null;
    }

    public override async ValueTask DisposeAsync()
    {
        Http.Dispose();
        foreach (StartedTool tool in _tools)
        {
            await tool.DisposeAsync();
        }

        foreach (Process process in _processes)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            process.Dispose();
        }

        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>An emulator that runs in the process of the tests.</summary>
/// <param name="Announced">What it printed until it was known to run; the rest comes with its end.</param>
internal sealed record RunningEmulator(StartedTool Tool, Uri Address, string Announced)
{
    /// <summary>Ends it, and returns all that it wrote.</summary>
    public Task<ToolProcess> StopAsync() => Tool.StopAsync();
}

/// <summary>An emulator that runs in a process of its own.</summary>
/// <param name="Announced">What it printed until it was known to run; the rest comes with its end.</param>
internal sealed record EmulatorProcess(Process Process, Uri Address, string Announced)
{
    /// <summary>Ends it by a signal, and reads its last words.</summary>
    public async Task<ToolProcess> StopAsync(string signal)
    {
        await ToolProcess.SignalAsync(Process, signal);
        return await ToolProcess.EndAsync(Process);
    }
}
