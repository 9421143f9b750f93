using Microsoft.CodeAnalysis;
using ProfileSchema.Benchmarks.Children;
using ProfileSchema.Benchmarks.Ratios;

namespace ProfileSchema.Benchmarks.Compiler;

/// <summary>Measures both generators over the same types in a process of its own, in turn.</summary>
internal static class GeneratorChild
{
    public const string Part = "generator";
    public const string OursFirst = "ours, first";
    public const string OursEdit = "ours, edit";
    public const string JsonFirst = "json, first";
    public const string JsonEdit = "json, edit";

    private const int WarmUpTypes = 50;
    private const int WarmUps = 8;
    private const int FullWarmUps = 4;
    private const int Rounds = 5;
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
        Measure(GeneratorAssembly.ProfileSchema, trees, types, OursFirst, OursEdit, seconds);
        Measure(GeneratorAssembly.SystemTextJson, trees, types, JsonFirst, JsonEdit, seconds);
    }

    private static void Measure(
        Func<ISourceGenerator> make,
        SyntaxTree[] trees,
        int types,
        string first,
        string edit,
        Dictionary<string, List<double>> seconds
    )
    {
        var work = new GeneratorWork(make, trees);
        GC.Collect();
        Add(first, work.RunFirst);
        work.RequireWhole(types);
        for (int i = 0; i < EditsPerRound; i++)
        {
            work.Edit();
            Add(edit, work.RunAgain);
        }

        void Add(string name, Action run)
        {
            double start = ThreadClock.Seconds;
            run();
            double elapsed = ThreadClock.Seconds - start;
            if (!seconds.TryGetValue(name, out List<double>? list))
            {
                seconds[name] = list = [];
            }

            list.Add(elapsed);
        }
    }
}
