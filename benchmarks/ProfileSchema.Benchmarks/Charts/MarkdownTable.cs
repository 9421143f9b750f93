using System.Globalization;
using System.Text;
using ProfileSchema.Benchmarks.Ratios;

namespace ProfileSchema.Benchmarks.Charts;

/// <summary>Results as a Markdown table.</summary>
internal static class MarkdownTable
{
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

    /// <summary>What has a floor, in a line each.</summary>
    public static string SummaryOf(IReadOnlyList<RatioResult> results)
    {
        var table = new StringBuilder();
        table.Append(
            "| | unit | ProfileSchema | | beside it | times as fast |\n| --- | --- | ---: | --- | ---: | ---: |\n"
        );
        foreach (RatioResult result in results.Where(result => result is { Floor: not null, Times: not null }))
        {
            RatioResult ours = results.First(other => other.Case == result.Case);
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
