using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Reuse;

/// <summary>All that the meaning of the declarations in a compilation depends on.</summary>
internal sealed class Declarations(Compilation compilation)
{
    private readonly string? _assembly = compilation.AssemblyName;
    private readonly CompilationOptions _options = compilation.Options;
    private readonly ImmutableArray<MetadataReference> _references = compilation.References.ToImmutableArray();
    private readonly ImmutableArray<SyntaxTree> _trees = compilation.SyntaxTrees.ToImmutableArray();
    private readonly bool _isScript = compilation.ScriptCompilationInfo is not null;

    /// <summary>Whether every declaration is surely what it is there: of all that was written, only bodies of methods differ.</summary>
    public bool AreThoseOf(Declarations other) =>
        !_isScript
        && !other._isScript
        && _assembly == other._assembly
        && _options.Equals(other._options)
        && _references.SequenceEqual(other._references)
        && _trees.Length == other._trees.Length
        && _trees.Zip(other._trees, BodyEdit.LeadsFrom).All(static isOne => isOne);
}
