using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Model;
using ProfileSchema.Generator.Parsing;
using Specs = System.Runtime.CompilerServices.ConditionalWeakTable<
    Microsoft.CodeAnalysis.SyntaxNode,
    System.Runtime.CompilerServices.StrongBox<ProfileSchema.Generator.Model.ProfileSpec?>
>;

namespace ProfileSchema.Generator.Reuse;

/// <summary>Remembers what was parsed for as long as no declaration changes, in whatever file.</summary>
/// <remarks>
/// The compiler asks for every profile again after every edit, and whoever edits mostly writes what a method does. The memory
/// belongs to one pipeline, and what it says is a function of what it is asked: nothing depends on when that was.
/// </remarks>
internal sealed class SpecMemory
{
    private readonly ConditionalWeakTable<Compilation, Specs> _known = new();
    private Latest? _latest;

    public ProfileSpec? Parse(GeneratorAttributeSyntaxContext found, CancellationToken cancellation)
    {
        Specs specs = _known.GetValue(found.SemanticModel.Compilation, Recognize);
        if (!specs.TryGetValue(found.TargetNode, out StrongBox<ProfileSpec?> spec))
        {
            var parsed = new StrongBox<ProfileSpec?>(ProfileParser.ParseOnce(found, cancellation));
            spec = specs.GetValue(found.TargetNode, _ => parsed);
        }

        return spec.Value;
    }

    private Specs Recognize(Compilation compilation)
    {
        var declarations = new Declarations(compilation);
        Latest? latest = _latest;
        Specs specs = latest?.Declarations.AreThoseOf(declarations) == true ? latest.Specs : new Specs();

        // Those that were written last: the next edit is most likely one of them, and no older tree is kept alive.
        _latest = new Latest(declarations, specs);
        return specs;
    }

    /// <param name="Specs">By the declarations that are marked, which they do not keep alive.</param>
    private sealed record Latest(Declarations Declarations, Specs Specs);
}
