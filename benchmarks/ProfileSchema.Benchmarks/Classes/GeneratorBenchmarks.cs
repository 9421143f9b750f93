using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Microsoft.CodeAnalysis;
using ProfileSchema.Benchmarks.Compiler;

namespace ProfileSchema.Benchmarks.Classes;

/// <summary>The generators' first run in a warm compiler, a run with nothing new, and ones after an edit elsewhere.</summary>
[MemoryDiagnoser]
public class GeneratorBenchmarks
{
    private GeneratorWork _work = null!;

    [Params(50, 500, 2_000)]
    public int Types { get; set; }

    [Params("ProfileSchema", "System.Text.Json")]
    public string Generator { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        Func<ISourceGenerator> make =
            Generator == "ProfileSchema" ? GeneratorAssembly.ProfileSchema : GeneratorAssembly.SystemTextJson;
        _work = new GeneratorWork(make, ProfileSources.Parse(Types));
        _work.RunFirst();
        _work.RequireWhole(Types);
    }

    [Benchmark]
    public void Warm() => _work.RunFirst();

    [Benchmark]
    public void Nothing() => _work.RunAgain();

    [Benchmark]
    public void UnrelatedEditOfMethod()
    {
        _work.EditBody();
        _work.RunAgain();
    }

    [Benchmark]
    public void UnrelatedEditOfDeclaration()
    {
        _work.EditDeclaration();
        _work.RunAgain();
    }
}

/// <summary>The generators' very first run in a process, compiled as it goes.</summary>
[SimpleJob(RunStrategy.ColdStart, launchCount: 5, warmupCount: 0, iterationCount: 1)]
public class ColdGeneratorBenchmarks
{
    [Params(50, 500, 2_000)]
    public int Types { get; set; }

    [Params("ProfileSchema", "System.Text.Json")]
    public string Generator { get; set; } = "";

    [Benchmark]
    public void Cold()
    {
        Func<ISourceGenerator> make =
            Generator == "ProfileSchema" ? GeneratorAssembly.ProfileSchema : GeneratorAssembly.SystemTextJson;
        new GeneratorWork(make, ProfileSources.Parse(Types)).RunFirst();
    }
}
