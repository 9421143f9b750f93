using System.Globalization;
using System.Text;
using ProfileSchema.Benchmarks.Ratios;

namespace ProfileSchema.Benchmarks.Charts;

/// <summary>Results as a Markdown table.</summary>
internal static class MarkdownTable
{
    public static string Of(IEnumerable<RatioResult> results)
    {
        var table = new StringBuilder();
        table.Append(
            "| case | | ns/row | MB/s | allocated B/row | ratio |\n| --- | --- | ---: | ---: | ---: | ---: |\n"
        );
        foreach (IGrouping<string, RatioResult> @case in results.GroupBy(result => result.Case))
        {
            foreach (RatioResult result in @case)
            {
                table.Append(
                    CultureInfo.InvariantCulture,
                    $"| {@case.Key} | {result.Peer} | {Number(result.NsPerRow)} | {Number(result.MbPerSecond)} | {result.BytesPerRow:0.#} | {result.Ratio:0.00} |\n"
                );
            }
        }

        return table.ToString();
    }

    /// <summary>What has a floor, in a line each.</summary>
    public static string SummaryOf(IReadOnlyList<RatioResult> results)
    {
        var table = new StringBuilder();
        table.Append("| | ours | | theirs | ratio |\n| --- | ---: | --- | ---: | ---: |\n");
        foreach (RatioResult result in results.Where(result => result is { Floor: not null, NsPerRow: > 0 }))
        {
            RatioResult ours = results.First(other => other.Case == result.Case);
            double times = result.NsPerRow / ours.NsPerRow;
            table.Append(
                CultureInfo.InvariantCulture,
                $"| {result.Case} | {Number(ours.NsPerRow)} ns | {result.Peer} | {Number(result.NsPerRow)} ns | {times:0.00} |\n"
            );
        }

        return table.ToString();
    }

    private static string Number(double value) =>
        value == 0 ? "" : value.ToString(value < 100 ? "0.0" : "#,0", CultureInfo.InvariantCulture);
}
