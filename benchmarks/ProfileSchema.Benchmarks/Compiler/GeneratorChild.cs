using Microsoft.CodeAnalysis;
using ProfileSchema.Benchmarks.Children;
using ProfileSchema.Benchmarks.Ratios;

namespace ProfileSchema.Benchmarks.Compiler;

/// <summary>Measures both generators over the same types in a process of its own, in turn.</summary>
internal static class GeneratorChild
{
    public const string Part = "generator";
    private const int WarmUpTypes = 50;
    private const int WarmUps = 8;
    private const int FullWarmUps = 3;
    private const int Rounds = 9;
    private const int EditsPerRound = 2;

    public static void Run(int types)
    {
        SyntaxTree[] few = ProfileSources.Parse(WarmUpTypes);
        for (int i = 0; i < WarmUps; i++)
        {
            Measure(few, WarmUpTypes, []);
        }

        // At full size too: what it makes the runtime compile anew belongs to no one's figures.
        SyntaxTree[] trees = ProfileSources.Parse(types);
        for (int i = 0; i < FullWarmUps; i++)
        {
            Measure(trees, types, []);
        }

        Dictionary<string, List<double>> seconds = [];
        for (int i = 0; i < Rounds; i++)
        {
            Measure(trees, types, seconds);
        }

        Child.Report(new ChildFigures(seconds));
    }

    private static void Measure(SyntaxTree[] trees, int types, Dictionary<string, List<double>> seconds)
    {
        Measure(GeneratorFigure.Ours, GeneratorAssembly.ProfileSchema, trees, types, seconds);
        Measure(GeneratorFigure.Json, GeneratorAssembly.SystemTextJson, trees, types, seconds);
    }

    private static void Measure(
        string generator,
        Func<ISourceGenerator> make,
        SyntaxTree[] trees,
        int types,
        Dictionary<string, List<double>> seconds
    )
    {
        var work = new GeneratorWork(make, trees);
        GC.Collect();
        Add(GeneratorFigure.First, Seconds(work.RunFirst));
        work.RequireWhole(types);
        Add(GeneratorFigure.Body, SecondsAfter(work.EditBody));
        Add(GeneratorFigure.Declaration, SecondsAfter(work.EditDeclaration));

        // One figure a round: what one edit leaves behind is collected while the next is measured.
        double SecondsAfter(Action edit)
        {
            double sum = 0;
            for (int i = 0; i < EditsPerRound; i++)
            {
                edit();
                sum += Seconds(work.RunAgain);
            }

            return sum / EditsPerRound;
        }

        void Add(string what, double elapsed)
        {
            string name = GeneratorFigure.Name(generator, what);
            if (!seconds.TryGetValue(name, out List<double>? list))
            {
                seconds[name] = list = [];
            }

            list.Add(elapsed);
        }
    }

    private static double Seconds(Action run)
    {
        double start = ThreadClock.Seconds;
        run();
        return ThreadClock.Seconds - start;
    }
}

/// <summary>The names by which the figures are passed between the processes.</summary>
internal static class GeneratorFigure
{
    public const string Ours = "ours";
    public const string Json = "json";
    public const string First = "first";
    public const string Body = "body";
    public const string Declaration = "declaration";

    public static string Name(string generator, string what) => $"{generator}, {what}";
}
