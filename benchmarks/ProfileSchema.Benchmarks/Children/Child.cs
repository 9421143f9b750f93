using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProfileSchema.Benchmarks.Children;

/// <summary>Runs a part of this program in a process of its own, and takes the figures that it prints.</summary>
internal static class Child
{
    private const string Option = "--child";

    /// <summary>The part that this process was started for, or null.</summary>
    public static string? Part(string[] args) => args is [Option, var part, ..] ? part : null;

    public static async Task<ChildFigures> RunAsync(string part, params string[] arguments)
    {
        using Process process = Start(part, arguments, isTold: false);
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize(output, ChildJson.Default.ChildFigures)!
            : throw new InvalidOperationException($"The part {part} failed: {output}");
    }

    /// <param name="isTold">Whether it is told over its input when to work.</param>
    public static Process Start(string part, string[] arguments, bool isTold)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardInput = isTold,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(Child).Assembly.Location);
        }

        start.ArgumentList.Add(Option);
        start.ArgumentList.Add(part);
        Array.ForEach(arguments, start.ArgumentList.Add);
        return Process.Start(start)!;
    }

    public static void Report(ChildFigures figures) =>
        Console.WriteLine(JsonSerializer.Serialize(figures, ChildJson.Default.ChildFigures));
}

/// <summary>What a child measured: seconds by name.</summary>
internal sealed record ChildFigures(Dictionary<string, List<double>> Seconds);

[JsonSerializable(typeof(ChildFigures))]
[JsonSerializable(typeof(WorkerRun))]
internal sealed partial class ChildJson : JsonSerializerContext;
