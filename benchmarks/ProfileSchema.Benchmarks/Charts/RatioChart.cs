using System.Globalization;
using System.Xml.Linq;
using ProfileSchema.Benchmarks.Ratios;

namespace ProfileSchema.Benchmarks.Charts;

/// <summary>The first case of kept results as a bar chart, for a light and a dark page.</summary>
internal static class RatioChart
{
    public const string Light = "benchmarks.svg";
    public const string Dark = "benchmarks-dark.svg";

    private const int Width = 760;
    private const int BarsLeft = 300;
    private const int BarsWidth = 380;
    private const int BarsTop = 64;
    private const int BarHeight = 20;
    private const int BarPitch = 34;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static void Save(IReadOnlyList<RatioResult> results, string directory)
    {
        var light = new Colors(Text: "#1f2328", Quiet: "#59636e", Bar: "#c8ced6", Accent: "#0969da");
        var dark = new Colors(Text: "#f0f6fc", Quiet: "#9198a1", Bar: "#4b535d", Accent: "#4493f8");
        File.WriteAllText(Path.Combine(directory, Light), $"{Draw(results, light)}\n");
        File.WriteAllText(Path.Combine(directory, Dark), $"{Draw(results, dark)}\n");
    }

    private static XElement Draw(IReadOnlyList<RatioResult> results, Colors colors)
    {
        RatioResult[] bars =
        [
            .. results
                .Where(result => result.Case == results[0].Case && result.Nanoseconds is not null)
                .OrderBy(bar => bar.Nanoseconds),
        ];
        double longest = bars[^1].Nanoseconds!.Value;
        string title = $"Writing a {results[0].Case}";
        string unit = $"Nanoseconds per {results[0].Unit}, lower is better";
        int height = BarsTop + (bars.Length * BarPitch);
        // No rectangle behind the bars: the page's own background shows.
        return new XElement(
            Svg + "svg",
            new XAttribute("viewBox", $"0 0 {Width} {height}"),
            new XAttribute("width", Width),
            new XAttribute("height", height),
            new XAttribute("role", "img"),
            new XAttribute("font-family", "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif"),
            new XElement(Svg + "title", $"{title}. {unit}."),
            new XElement(Svg + "desc", string.Join("; ", bars.Select(bar => $"{bar.Peer}: {Figure(bar)}"))),
            Line(16, 24, 16, colors.Text, title),
            Line(16, 44, 13, colors.Quiet, unit),
            bars.Select((bar, index) => Row(bar, BarsTop + (index * BarPitch), longest, colors))
        );
    }

    private static XElement[] Row(RatioResult bar, int top, double longest, Colors colors)
    {
        bool isOurs = bar.Peer == RatioResult.Ours;
        int width = (int)Math.Max(1, BarsWidth * bar.Nanoseconds!.Value / longest);
        int baseline = top + 15;
        XElement name = Line(BarsLeft - 12, baseline, 13, colors.Text, bar.Peer);
        name.SetAttributeValue("text-anchor", "end");
        XElement figure = Line(BarsLeft + width + 8, baseline, 13, colors.Text, Figure(bar));
        if (isOurs)
        {
            name.SetAttributeValue("font-weight", "600");
            figure.SetAttributeValue("font-weight", "600");
        }

        return
        [
            name,
            new XElement(
                Svg + "rect",
                new XAttribute("x", BarsLeft),
                new XAttribute("y", top),
                new XAttribute("width", width),
                new XAttribute("height", BarHeight),
                new XAttribute("rx", 2),
                new XAttribute("fill", isOurs ? colors.Accent : colors.Bar)
            ),
            figure,
        ];
    }

    private static XElement Line(int x, int y, int size, string color, string text) =>
        new(
            Svg + "text",
            new XAttribute("x", x),
            new XAttribute("y", y),
            new XAttribute("font-size", size),
            new XAttribute("fill", color),
            text
        );

    private static string Figure(RatioResult bar) =>
        bar.Nanoseconds!.Value.ToString("0", CultureInfo.InvariantCulture) + " ns";

    private sealed record Colors(string Text, string Quiet, string Bar, string Accent);
}
