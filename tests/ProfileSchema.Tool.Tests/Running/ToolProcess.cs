using System.Diagnostics;

namespace ProfileSchema.Tool.Tests.Running;

/// <summary>A run of the tool in a process of its own: what it said, and how it ended.</summary>
internal sealed record ToolProcess(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static string AssemblyPath { get; } = typeof(ToolRoot).Assembly.Location;

    public static async Task<ToolProcess> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", AssemblyPath, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(Patience);
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            Task<string> error = process.StandardError.ReadToEndAsync(timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
            return new ToolProcess(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
