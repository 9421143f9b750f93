using System.Text.Json;
using ProfileSchema.Benchmarks.Compiler;
using ProfileSchema.Benchmarks.EndToEnd;

namespace ProfileSchema.Benchmarks.Ratios;

/// <summary><c>--ratios [--json FILE] [--only CASE]</c>: measures every case beside its peers, within a minute.</summary>
internal static class RatioCommand
{
    private static readonly (string Name, Func<IEnumerable<RatioResult>> Measure)[] Cases =
    [
        ("batch", () => RatioRun.Of(BatchCase.Reference, 100_000, TimeSpan.FromSeconds(7))),
        ("japanese", () => RatioRun.Of(BatchCase.Japanese, 100_000, TimeSpan.FromSeconds(3))),
        ("single", () => RatioRun.Of(SingleCase.Body, 20_000, TimeSpan.FromSeconds(3))),
        ("generator", GeneratorCase.Measure),
        ("upload", UploadCase.Measure),
    ];

    /// <summary>Returns 0 if every floor is reached, else 1.</summary>
    public static int Run(string[] args)
    {
        string? only = Option(args, "--only");
        List<RatioResult> results =
        [
            .. Cases.Where(@case => only is null || @case.Name == only).SelectMany(@case => @case.Measure()),
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
