using System.Globalization;
using System.Text;
using ProfileSchema.Benchmarks.Ratios;

namespace ProfileSchema.Benchmarks.Charts;

/// <summary>Results as a Markdown table.</summary>
internal static class MarkdownTable
{
    private static readonly (string Case, string Baseline)[] InSummary =
    [
        ("batch of reference rows", "CsvHelper, escaped values"),
        ("single update of 12 parameters", "FormUrlEncodedContent"),
        ("1,000,000 rows through UpdateManyAsync", "HttpClient, prepared bytes"),
    ];

    public static string Of(IReadOnlyList<RatioResult> results)
    {
        var table = new StringBuilder();
        table.Append("| case | | unit | ns/unit | MB/s | allocated B/unit | times as fast |\n");
        table.Append("| --- | --- | --- | ---: | ---: | ---: | ---: |\n");
        foreach (RatioResult result in results.Where(result => result.PeakMegabytes is null))
        {
            table.Append(
                CultureInfo.InvariantCulture,
                $"| {result.Case} | {result.Peer} | {result.Unit} | {Time(result)} | {Number(result.MbPerSecond, "#,0")} | {Number(result.BytesAllocated, "#,0.#")} | {Number(result.Times, "0.00")} |\n"
            );
        }

        table.Append("\n| case | peak memory, MB | at most |\n| --- | ---: | ---: |\n");
        foreach (RatioResult result in results.Where(result => result.PeakMegabytes is not null))
        {
            table.Append(
                CultureInfo.InvariantCulture,
                $"| {result.Case} | {Number(result.PeakMegabytes, "0")} | {Number(result.Floor, "0")} |\n"
            );
        }

        return table.ToString();
    }

    /// <summary>A row of a file, a single update and a whole upload, each beside what most programs would use.</summary>
    public static string SummaryOf(IReadOnlyList<RatioResult> results)
    {
        var table = new StringBuilder();
        table.Append(
            "| | unit | ProfileSchema | | baseline | times as fast |\n| --- | --- | ---: | --- | ---: | ---: |\n"
        );
        foreach ((string @case, string baseline) in InSummary)
        {
            RatioResult ours = results.First(result => result.Case == @case);
            RatioResult result = results.First(result => result.Case == @case && result.Peer == baseline);
            table.Append(
                CultureInfo.InvariantCulture,
                $"| {result.Case} | {result.Unit} | {Time(ours)} ns | {result.Peer} | {Time(result)} ns | {Number(result.Times, "0.00")} |\n"
            );
        }

        return table.ToString();
    }

    private static string Time(RatioResult result) =>
        Number(result.Nanoseconds, result.Nanoseconds < 100 ? "0.0" : "#,0");

    /// <summary>A dash where nothing was measured.</summary>
    private static string Number(double? value, string format) =>
        value?.ToString(format, CultureInfo.InvariantCulture) ?? "–";
}
