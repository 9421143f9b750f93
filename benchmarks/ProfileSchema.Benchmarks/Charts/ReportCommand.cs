using System.Text.Json;
using ProfileSchema.Benchmarks.Ratios;

namespace ProfileSchema.Benchmarks.Charts;

/// <summary>
/// <c>--report RESULTS FILE…</c>: draws the chart of kept results beside each Markdown file, as <c>benchmarks.svg</c>, and
/// puts the table into it between the comments <c>benchmarks:begin</c> and <c>benchmarks:end</c>.
/// </summary>
internal static class ReportCommand
{
    private const string Begin = "<!-- benchmarks:begin -->";
    private const string End = "<!-- benchmarks:end -->";

    public static int Run(string[] args)
    {
        int option = Array.IndexOf(args, "--report");
        if (args.Length < option + 3)
        {
            Console.Error.WriteLine("--report takes a file of results and the Markdown files to put them into.");
            return 2;
        }

        string json = File.ReadAllText(args[option + 1]);
        List<RatioResult> results = JsonSerializer.Deserialize(json, RatioJson.Default.ListRatioResult)!;
        foreach (string file in args[(option + 2)..])
        {
            string directory = Path.GetDirectoryName(Path.GetFullPath(file))!;
            RatioChart.Save(results, Path.Combine(directory, "benchmarks.svg"));
            File.WriteAllText(file, Replace(File.ReadAllText(file), MarkdownTable.Of(results)));
        }

        return 0;
    }

    private static string Replace(string text, string table)
    {
        int begin = text.IndexOf(Begin, StringComparison.Ordinal);
        int end = text.IndexOf(End, StringComparison.Ordinal);
        return begin >= 0 && end > begin
            ? $"{text[..(begin + Begin.Length)]}\n{table}{text[end..]}"
            : throw new InvalidDataException($"The file has no {Begin} and {End} to put the table between.");
    }
}
