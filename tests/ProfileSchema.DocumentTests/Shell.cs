using System.Diagnostics;

namespace ProfileSchema.DocumentTests;

/// <summary>Runs other programs, and gives their exit code and what they print.</summary>
internal static class Shell
{
    /// <summary>Set where the tests must run: a missing PowerShell is a failure then.</summary>
    private const string RequiredVariable = "PROFILESCHEMA_POWERSHELL_REQUIRED";

    public static async Task<(int ExitCode, string Printed)> RunAsync(
        string folder,
        string program,
        params string[] arguments
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Programs of the folder go before those of the machine.
        start.Environment["PATH"] = folder + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        // No node of the build lives on after it.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await error);
    }

    /// <summary>Runs a script by sh.</summary>
    public static Task<(int ExitCode, string Printed)> RunShAsync(string folder, string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no sh.");
        return RunAsync(folder, "sh", "-c", script);
    }

    /// <summary>Runs a script by the PowerShell that is a tool of the repository.</summary>
    public static async Task<(int ExitCode, string Printed)> RunPowerShellAsync(string folder, string script)
    {
        // Started from the repository, whose tool it is.
        (int exitCode, string printed) = await RunAsync(Page.Root, "dotnet", "pwsh", "-NoProfile", "-Version");
        if (exitCode != 0)
        {
            string reason = $"PowerShell is not restored; run 'dotnet tool restore'. {printed}";
            Assert.True(Environment.GetEnvironmentVariable(RequiredVariable) is null, reason);
            Assert.Skip(reason);
        }

        return await RunAsync(
            Page.Root,
            "dotnet",
            "pwsh",
            "-NoProfile",
            "-Command",
            $"""
            $env:PATH = '{folder}{Path.PathSeparator}' + $env:PATH
            Set-Location '{folder}'
            {script}
            exit 0
            """
        );
    }
}
