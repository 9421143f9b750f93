using ProfileSchema.Benchmarks.Ratios;
using ScottPlot;

namespace ProfileSchema.Benchmarks.Charts;

/// <summary>The first case of kept results as a bar chart: nanoseconds a row, the shorter the better.</summary>
internal static class RatioChart
{
    private const int Width = 760;
    private const int HeightPerBar = 44;

    public static void Save(IReadOnlyList<RatioResult> results, string path)
    {
        RatioResult[] bars =
        [
            .. results.Where(result => result.Case == results[0].Case).OrderByDescending(bar => bar.Nanoseconds),
        ];
        using var plot = new Plot();
        for (int i = 0; i < bars.Length; i++)
        {
            plot.Add.Bar(
                new Bar
                {
                    Position = i,
                    Value = bars[i].Nanoseconds!.Value,
                    Orientation = Orientation.Horizontal,
                    FillColor = bars[i].Peer == results[0].Peer ? Colors.SeaGreen : Colors.LightSteelBlue,
                    Label = $"{bars[i].Nanoseconds:0} ns",
                }
            );
        }

        double[] positions = [.. bars.Select((_, i) => (double)i)];
        plot.Axes.Left.SetTicks(positions, [.. bars.Select(bar => bar.Peer)]);
        plot.Axes.Margins(left: 0, right: 0.12);
        plot.Title($"Nanoseconds a row, {results[0].Case}");
        plot.HideGrid();
        plot.SaveSvg(path, Width, HeightPerBar * (bars.Length + 2));
    }
}
