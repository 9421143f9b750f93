using System.Diagnostics;
using System.Globalization;

namespace ProfileSchema.Tool.Tests.Running;

/// <summary>What a run of the tool wrote, and how it ended; and runs in a process of their own.</summary>
internal sealed record ToolProcess(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static bool IsInterruptIgnored { get; } = ReadIsInterruptIgnored();

    public static string AssemblyPath { get; } = typeof(ToolRoot).Assembly.Location;

    /// <summary>Starts the tool. Its outputs are no terminal.</summary>
    public static Process Start(string directory, params string[] arguments) =>
        Start(directory, environment: null, arguments);

    public static Process Start(
        string directory,
        IReadOnlyDictionary<string, string?>? environment,
        params string[] arguments
    ) => StartProgram(directory, environment, "dotnet", ["exec", AssemblyPath, .. arguments]);

    public static async Task<ToolProcess> RunAsync(
        string directory,
        IReadOnlyDictionary<string, string?>? environment,
        string? input,
        params string[] arguments
    )
    {
        using Process process = StartProgram(directory, environment, "dotnet", ["exec", AssemblyPath, .. arguments]);
        return await EndAsync(process, input);
    }

    /// <summary>Runs the tool on a terminal, both of its outputs in one.</summary>
    public static async Task<ToolProcess> RunOnTerminalAsync(
        string directory,
        IReadOnlyDictionary<string, string?>? environment,
        params string[] arguments
    )
    {
        using Process process = StartOnTerminal(directory, environment, arguments);
        return await EndAsync(process);
    }

    /// <summary>Starts the tool on a terminal whose keyboard is the standard input of the process.</summary>
    public static Process StartOnTerminal(
        string directory,
        IReadOnlyDictionary<string, string?>? environment,
        params string[] arguments
    )
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "There is no program that makes a terminal.");
        string command = string.Join(
            ' ',
            new[] { "dotnet", "exec", AssemblyPath }.Concat(arguments).Select(argument => $"'{argument}'")
        );
        return StartProgram(
            directory,
            environment,
            "/usr/bin/script",
            ["--quiet", "--return", "--echo", "never", "--command", $"stty cols 160; exec {command}", "/dev/null"]
        );
    }

    /// <summary>Reads the output until it holds a text.</summary>
    public static async Task<string> ReadUntilAsync(Process process, string text)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(Patience);
        var seen = new System.Text.StringBuilder();
        var buffer = new char[4096];
        while (!seen.ToString().Contains(text, StringComparison.Ordinal))
        {
            int read = await process.StandardOutput.ReadAsync(buffer, timeout.Token);
            Assert.True(read > 0, $"It ended without '{text}': {seen}");
            seen.Append(buffer, 0, read);
        }

        return seen.ToString();
    }

    public static async Task<ToolProcess> EndAsync(Process process, string? input = null)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(Patience);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            Task<string> error = process.StandardError.ReadToEndAsync(timeout.Token);
            if (input is not null)
            {
                await process.StandardInput.WriteAsync(input.AsMemory(), timeout.Token);
            }

            process.StandardInput.Close();
            await process.WaitForExitAsync(timeout.Token);
            return new ToolProcess(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Ctrl+C, as a terminal sends it.</summary>
    public static Task InterruptAsync(Process process) => SignalAsync(process, "INT");

    public static async Task SignalAsync(Process process, string signal)
    {
        using Process kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>What runs are under way belongs to the test, and so does the way of writing.</summary>
    /// <param name="environment">What differs from it; a variable without a value is taken away.</param>
    public static Dictionary<string, string?> EnvironmentOf(
        string directory,
        IReadOnlyDictionary<string, string?>? environment
    )
    {
        var all = new Dictionary<string, string?>
        {
            ["XDG_DATA_HOME"] = Path.Combine(directory, ".data"),
            ["TERM"] = "xterm-256color",
            ["NO_COLOR"] = null,
            ["PROFILESCHEMA_TOKEN"] = null,
        };
        foreach ((string name, string? value) in environment ?? new Dictionary<string, string?>())
        {
            all[name] = value;
        }

        return all;
    }

    private static Process StartProgram(
        string directory,
        IReadOnlyDictionary<string, string?>? environment,
        string program,
        string[] arguments
    )
    {
        // A test run that a shell started in the background is deaf to Ctrl+C, and so would be what it starts.
        string[] command = IsInterruptIgnored
            ? ["env", "--default-signal=INT", program, .. arguments]
            : [program, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = directory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        foreach ((string name, string? value) in EnvironmentOf(directory, environment))
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static bool ReadIsInterruptIgnored()
    {
        const string name = "SigIgn:";
        const ulong interrupt = 1 << 1;
        return OperatingSystem.IsLinux()
            && File.ReadLines("/proc/self/status")
                .FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))
                is { } mask
            && (
                ulong.Parse(mask.AsSpan(name.Length).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                & interrupt
            ) != 0;
    }
}
