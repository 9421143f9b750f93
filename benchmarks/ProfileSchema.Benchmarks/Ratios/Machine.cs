using System.Globalization;
using System.Runtime.InteropServices;

namespace ProfileSchema.Benchmarks.Ratios;

/// <summary>The machine that results were taken on.</summary>
internal static class Machine
{
    public static string Describe() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Processor()}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSArchitecture}; {RuntimeInformation.OSDescription}; {RuntimeInformation.FrameworkDescription}\n"
        );

    private static string Processor()
    {
        const string key = "model name";
        const string path = "/proc/cpuinfo";
        string? line = File.Exists(path)
            ? File.ReadLines(path).FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))
            : null;
        return line is null ? "processor not known" : line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }
}
