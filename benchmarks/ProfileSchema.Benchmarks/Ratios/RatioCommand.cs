using System.Text.Json;
using ProfileSchema.Benchmarks.Compiler;
using ProfileSchema.Benchmarks.EndToEnd;

namespace ProfileSchema.Benchmarks.Ratios;

/// <summary><c>--ratios [--json FILE] [--only CASE]</c>: measures every case beside its peers, within a minute.</summary>
internal static class RatioCommand
{
    private static readonly WriterCase[] Writers =
    [
        new("batch", BatchCase.Reference, 100_000, TimeSpan.FromSeconds(4)),
        new("japanese", BatchCase.Japanese, 100_000, TimeSpan.FromSeconds(1.5)),
        new("single", SingleCase.Body, 1_000, TimeSpan.FromSeconds(1.5)),
        new("session", SessionCase.Body, 1_000, TimeSpan.FromSeconds(1.5)),
    ];

    private static readonly (string Name, Func<IEnumerable<RatioResult>> Measure)[] Processes =
    [
        ("generator", GeneratorCase.Measure),
        ("upload", UploadCase.Measure),
    ];

    /// <summary>Returns 0 if every floor is reached, else 1.</summary>
    public static int Run(string[] args)
    {
        string? only = Option(args, "--only");
        List<RatioResult> results =
        [
            .. RatioRun.Of([.. Writers.Where(@case => only is null || @case.Name == only)]),
            .. Processes.Where(@case => only is null || @case.Name == only).SelectMany(@case => @case.Measure()),
        ];
        RatioTable.WriteTo(Console.Out, results);
        if (Option(args, "--json") is { } path)
        {
            File.WriteAllText(path, JsonSerializer.Serialize(results, RatioJson.Default.ListRatioResult));
            File.WriteAllText(Path.ChangeExtension(path, ".machine.txt"), Machine.Describe());
        }

        int missed = results.Count(result => !result.IsReached);
        Console.WriteLine(missed == 0 ? "\nEvery floor is reached." : $"\n{missed} not reached.");
        return missed == 0 ? 0 : 1;
    }

    private static string? Option(string[] args, string name)
    {
        int i = Array.IndexOf(args, name);
        return i >= 0 && i + 1 < args.Length ? args[i + 1] : null;
    }
}
