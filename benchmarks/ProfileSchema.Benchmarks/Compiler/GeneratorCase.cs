using ProfileSchema.Benchmarks.Children;
using ProfileSchema.Benchmarks.Ratios;

namespace ProfileSchema.Benchmarks.Compiler;

/// <summary>Our generator beside that of System.Text.Json, on the same types.</summary>
internal static class GeneratorCase
{
    private const int Types = 500;

    /// <summary>An editor waits for the generator after each edit: it takes at most 0.9 of the time of the platform's.</summary>
    private const double AtLeast = 1 / 0.9;

    public static IEnumerable<RatioResult> Measure()
    {
        ChildFigures figures = Child
            .RunAsync(GeneratorChild.Part, Types.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .GetAwaiter()
            .GetResult();
        return
        [
            .. Compare("generator, 500 types, first run", figures, GeneratorFigure.First),
            .. Compare("generator, after an unrelated edit of a method", figures, GeneratorFigure.Body),
            .. Compare("generator, after an unrelated edit of a declaration", figures, GeneratorFigure.Declaration),
        ];
    }

    /// <summary>Both take turns, so the ratio is the median of the ratios of the rounds.</summary>
    private static RatioResult[] Compare(string name, ChildFigures figures, string what)
    {
        List<double> ours = figures.Seconds[GeneratorFigure.Name(GeneratorFigure.Ours, what)];
        List<double> theirs = figures.Seconds[GeneratorFigure.Name(GeneratorFigure.Json, what)];
        return
        [
            Of(RatioResult.Ours, ours) with
            {
                Times = 1,
            },
            Of("System.Text.Json's generator", theirs) with
            {
                Times = Medians.Of(theirs.Zip(ours, static (other, own) => other / own)),
                Floor = AtLeast,
            },
        ];

        RatioResult Of(string peer, List<double> seconds) =>
            new(name, "type", peer) { Nanoseconds = Medians.Of(seconds) * 1e9 / Types };
    }
}
