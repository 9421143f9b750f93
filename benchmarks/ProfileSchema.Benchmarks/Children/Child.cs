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
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
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
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize(output, ChildJson.Default.ChildFigures)!
            : throw new InvalidOperationException($"The part {part} failed: {output}");
    }

    public static void Report(ChildFigures figures) =>
        Console.WriteLine(JsonSerializer.Serialize(figures, ChildJson.Default.ChildFigures));
}

/// <summary>What a child measured: seconds by name, and the most memory that it had.</summary>
internal sealed record ChildFigures(Dictionary<string, List<double>> Seconds, long PeakBytes, long WrittenBytes);

[JsonSerializable(typeof(ChildFigures))]
internal sealed partial class ChildJson : JsonSerializerContext;
