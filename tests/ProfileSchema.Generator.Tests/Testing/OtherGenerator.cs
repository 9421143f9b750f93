using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ProfileSchema.Generator.Tests.Testing;

/// <summary>Another package whose generators run beside ours. None sees what the others make.</summary>
internal sealed class OtherGenerator(string package, string analyzer, string library)
{
    public static OtherGenerator CommunityToolkit { get; } =
        new(
            "CommunityToolkit.Mvvm",
            "analyzers/dotnet/roslyn4.3/cs/CommunityToolkit.Mvvm.SourceGenerators.dll",
            "lib/net8.0/CommunityToolkit.Mvvm.dll"
        );

    public static OtherGenerator Vogen { get; } =
        new("Vogen", "analyzers/dotnet/roslyn4.8/cs/Vogen.dll", "lib/netstandard2.0/Vogen.SharedTypes.dll");

    /// <summary>The source with what all generators make of it.</summary>
    public Compilation Run(params string[] files)
    {
        Compilation input = Source.Compile(files).AddReferences(MetadataReference.CreateFromFile(PathOf(library)));
        // What the analyzer itself refers to.
        Assembly.LoadFrom(PathOf(library));
        var reference = new AnalyzerFileReference(PathOf(analyzer), new Loader());
        CSharpGeneratorDriver
            .Create(
                [new ProfileGenerator().AsSourceGenerator(), .. reference.GetGenerators(LanguageNames.CSharp)],
                parseOptions: (CSharpParseOptions)input.SyntaxTrees.First().Options
            )
            .RunGeneratorsAndUpdateCompilation(input, out Compilation output, out _);
        return output;
    }

    private string PathOf(string file) =>
        Path.Combine(
            typeof(OtherGenerator)
                .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
                .Single(metadata => metadata.Key == package)
                .Value!,
            file
        );

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath) { }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
