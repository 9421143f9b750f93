using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ProfileSchema.Generator.Tests.Testing;

/// <summary>A run of the generator. Each is repeated at once with the same input, and must then come from the cache.</summary>
internal sealed class GeneratorRun
{
    private readonly GeneratorDriver _driver;

    private GeneratorRun(GeneratorDriver driver, Compilation input)
    {
        Input = input;
        _driver = driver.RunGeneratorsAndUpdateCompilation(input, out Compilation output, out _);
        Output = output;
        Result = _driver.GetRunResult().Results.Single();
        Assert.Null(Result.Exception);
        Assert.Empty(Result.Diagnostics);
        _driver = _driver.RunGenerators(input.Clone());
        AssertCached(_driver.GetRunResult().Results.Single(), Files.Count > 0);
    }

    public Compilation Input { get; }

    /// <summary>The input with what was generated.</summary>
    public Compilation Output { get; }

    public GeneratorRunResult Result { get; }

    /// <summary>What was generated, by hint name.</summary>
    public IReadOnlyDictionary<string, string> Files =>
        Result.GeneratedSources.ToDictionary(file => file.HintName, file => file.SourceText.ToString());

    public string OnlyFile => Assert.Single(Files).Value;

    public static GeneratorRun Of(params string[] files) => Of(Source.Compile(files));

    public static GeneratorRun Of(Compilation input)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new ProfileGenerator().AsSourceGenerator()],
            parseOptions: (CSharpParseOptions)input.SyntaxTrees.First().Options,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, true)
        );
        return new GeneratorRun(driver, input);
    }

    /// <summary>Runs again, with the cache of this run, after an edit.</summary>
    public GeneratorRun Then(Compilation input) => new(_driver, input);

    /// <summary>Why the outputs of a step are what they are.</summary>
    public IEnumerable<IncrementalStepRunReason> Reasons(string step) => Reasons(Result, step);

    /// <summary>Fails if any step was done anew.</summary>
    public void AssertCached() => AssertCached(Result, Files.Count > 0);

    /// <summary>Fails if the input does not compile, with what was generated, or compiles with a warning.</summary>
    public GeneratorRun AssertCompiles()
    {
        Assert.Empty(Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Info));
        return this;
    }

    private static void AssertCached(GeneratorRunResult result, bool madeFiles)
    {
        if (madeFiles)
        {
            Assert.Superset(ProfileGeneratorSteps.All.ToHashSet(), result.TrackedSteps.Keys.ToHashSet());
        }

        foreach (string step in ProfileGeneratorSteps.All)
        {
            Assert.All(
                Reasons(result, step),
                reason =>
                    Assert.True(
                        reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged,
                        $"{step}: {reason}"
                    )
            );
        }

        Assert.All(
            result.TrackedOutputSteps.Values.SelectMany(steps => steps).SelectMany(step => step.Outputs),
            output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason)
        );
    }

    private static IEnumerable<IncrementalStepRunReason> Reasons(GeneratorRunResult result, string step) =>
        result
            .TrackedSteps.GetValueOrDefault(step, ImmutableArray<IncrementalGeneratorRunStep>.Empty)
            .SelectMany(run => run.Outputs)
            .Select(output => output.Reason);
}
