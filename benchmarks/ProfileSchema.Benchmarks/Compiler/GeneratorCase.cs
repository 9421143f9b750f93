using ProfileSchema.Benchmarks.Children;
using ProfileSchema.Benchmarks.Ratios;

namespace ProfileSchema.Benchmarks.Compiler;

/// <summary>Our generator beside that of System.Text.Json, on the same types.</summary>
internal static class GeneratorCase
{
    private const int Types = 500;

    public static IEnumerable<RatioResult> Measure()
    {
        ChildFigures figures = Child
            .RunAsync(GeneratorChild.Part, Types.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .GetAwaiter()
            .GetResult();
        return
        [
            .. Compare("generator, 500 types, first run", figures, GeneratorFigure.First, 1 / 0.9),
            .. Compare("generator, after an unrelated edit of a method", figures, GeneratorFigure.Body, 1),
            .. Compare("generator, after an unrelated edit of a declaration", figures, GeneratorFigure.Declaration, 1),
        ];
    }

    private static RatioResult[] Compare(string name, ChildFigures figures, string what, double atLeast)
    {
        double mine = Medians.Of(figures.Seconds[GeneratorFigure.Name(GeneratorFigure.Ours, what)]);
        double theirs = Medians.Of(figures.Seconds[GeneratorFigure.Name(GeneratorFigure.Json, what)]);
        return
        [
            Of(RatioResult.Ours, mine) with
            {
                Times = 1,
            },
            Of("System.Text.Json's generator", theirs) with
            {
                Times = theirs / mine,
                Floor = atLeast,
            },
        ];

        RatioResult Of(string peer, double seconds) => new(name, "type", peer) { Nanoseconds = seconds * 1e9 / Types };
    }
}
