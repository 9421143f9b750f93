using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;

namespace ProfileSchema.DocumentTests;

/// <summary>The chart shows the kept figures, on a light and on a dark page.</summary>
public sealed class BenchmarkChartTests
{
    public static TheoryData<string> Charts => ["benchmarks.svg", "benchmarks-dark.svg"];

    [Theory]
    [MemberData(nameof(Charts))]
    public void The_chart_shows_each_figure_of_the_kept_results(string chart)
    {
        string[] texts = [.. Load(chart).Descendants().Where(element => element.Name.LocalName == "text").Select(Text)];

        foreach ((string peer, string figure) in KeptFigures())
        {
            Assert.Equal(figure, texts[Array.IndexOf(texts, peer) + 1]);
        }
    }

    [Theory]
    [MemberData(nameof(Charts))]
    public void The_chart_has_a_title_a_description_a_unit_and_no_background(string chart)
    {
        XElement svg = Load(chart);

        string title = Assert.Single(Children(svg, "title"));
        Assert.Contains("Nanoseconds per row, lower is better", title, StringComparison.Ordinal);
        Assert.Contains("ProfileSchema: ", Assert.Single(Children(svg, "desc")), StringComparison.Ordinal);
        // A rectangle for each figure, and none behind them.
        Assert.Equal(KeptFigures().Count(), Children(svg, "rect").Count());
    }

    [Fact]
    public void A_page_that_shows_the_chart_shows_the_dark_one_to_readers_of_dark_pages()
    {
        string[] pages =
        [
            .. Page
                .All.Select(page => File.ReadAllText(Path.Combine(Page.Root, page.Name)))
                .Where(text =>
                    text.Contains("/benchmarks.svg\"", StringComparison.Ordinal)
                    || text.Contains("\"benchmarks.svg\"", StringComparison.Ordinal)
                ),
        ];

        Assert.NotEmpty(pages);
        Assert.All(pages, text => Assert.Contains("benchmarks-dark.svg\">", text, StringComparison.Ordinal));
    }

    private static XElement Load(string chart) =>
        XElement.Load(
            Directory.EnumerateFiles(Path.Combine(Page.Root, "docs"), chart, SearchOption.AllDirectories).Single()
        );

    private static IEnumerable<string> Children(XElement svg, string name) =>
        svg.Elements().Where(element => element.Name.LocalName == name).Select(Text);

    private static string Text(XElement element) => element.Value;

    /// <summary>The peers of the first case, and what the chart is to show of each.</summary>
    private static IEnumerable<(string Peer, string Figure)> KeptFigures()
    {
        using JsonDocument results = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(Page.Root, "benchmarks", "results", "xeon-2-cores", "ratios.json"))
        );
        string first = results.RootElement[0].GetProperty("case").GetString()!;
        return
        [
            .. from result in results.RootElement.EnumerateArray()
            where result.GetProperty("case").GetString() == first
            let nanoseconds = result.GetProperty("nanoseconds").GetDouble()
            select (
                result.GetProperty("peer").GetString()!,
                $"{nanoseconds.ToString("0", CultureInfo.InvariantCulture)} ns"
            ),
        ];
    }
}
