using System.Text.Json;
using ProfileSchema.Benchmarks.Ratios;

namespace ProfileSchema.Benchmarks.Charts;

/// <summary>
/// <c>--report RESULTS FILE…</c>: puts kept results into each Markdown file, as a table between the comments
/// <c>benchmarks:begin</c> and <c>benchmarks:end</c> with the chart beside the file, and as a short table
/// between <c>benchmarks-summary:begin</c> and <c>benchmarks-summary:end</c>.
/// </summary>
internal static class ReportCommand
{
    private const string Table = "benchmarks";
    private const string Summary = "benchmarks-summary";

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
            string text = File.ReadAllText(file);
            if (text.Contains(Begin(Table), StringComparison.Ordinal))
            {
                RatioChart.Save(results, Path.GetDirectoryName(Path.GetFullPath(file))!);
            }

            string replaced = Replace(text, Table, MarkdownTable.Of(results));
            replaced = Replace(replaced, Summary, MarkdownTable.SummaryOf(results));
            if (ReferenceEquals(replaced, text))
            {
                throw new InvalidDataException(
                    $"The file has no {Begin(Table)} or {Begin(Summary)} to begin a table at."
                );
            }

            File.WriteAllText(file, replaced);
        }

        return 0;
    }

    private static string Begin(string name) => $"<!-- {name}:begin -->";

    private static string Replace(string text, string name, string table)
    {
        int begin = text.IndexOf(Begin(name), StringComparison.Ordinal);
        int end = text.IndexOf($"<!-- {name}:end -->", StringComparison.Ordinal);
        return begin >= 0 && end > begin ? $"{text[..(begin + Begin(name).Length)]}\n{table}{text[end..]}" : text;
    }
}
