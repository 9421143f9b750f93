using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ProfileSchema.Benchmarks.Compiler;

/// <summary>What a compiler has one generator do: first runs, and runs after an edit.</summary>
internal sealed class GeneratorWork(Func<ISourceGenerator> make, SyntaxTree[] trees)
{
    private GeneratorDriver? _driver;
    private CSharpCompilation? _compilation;
    private int _bodies;
    private int _declarations;

    /// <summary>A driver without a cache over a compilation that has bound nothing: as when a solution is opened.</summary>
    public void RunFirst()
    {
        _compilation = ProfileSources.Compile(trees);
        _driver = CSharpGeneratorDriver.Create([make()], parseOptions: (CSharpParseOptions)trees[0].Options);
        RunAgain();
    }

    /// <summary>Edits what a method does that has nothing to do with the generator.</summary>
    public void EditBody()
    {
        _bodies++;
        Edit();
    }

    /// <summary>Edits a declaration that has nothing to do with the generator, which only whoever looks at it knows.</summary>
    public void EditDeclaration()
    {
        _declarations++;
        Edit();
    }

    public void RunAgain() => _driver = _driver!.RunGenerators(_compilation!);

    /// <summary>Fails unless a file was made for every type, and the compilation with them has no error.</summary>
    public void RequireWhole(int files)
    {
        GeneratorRunResult result = _driver!.GetRunResult().Results.Single();
        if (result.Exception is not null || result.GeneratedSources.Length < files)
        {
            throw new InvalidOperationException(
                $"{result.Generator.GetGeneratorType().FullName} made {result.GeneratedSources.Length} files. {result.Exception}"
            );
        }
    }

    private void Edit()
    {
        SyntaxTree old = _compilation!.SyntaxTrees.Single(tree => tree.FilePath == "Other.cs");
        _compilation = _compilation.ReplaceSyntaxTree(old, ProfileSources.Unrelated(_bodies, _declarations));
    }
}
