using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ProfileSchema.Generator.CallSites;

/// <summary>The methods of .NET that call a delegate for each element of a collection, and its queues.</summary>
internal sealed class LoopMethods
{
    private readonly INamedTypeSymbol?[] _queues;
    private readonly (INamedTypeSymbol? Type, string Method)[] _loops;

    private LoopMethods(Compilation compilation)
    {
        _loops =
        [
            (compilation.GetTypeByMetadataName("System.Linq.Enumerable"), "Select"),
            (compilation.GetTypeByMetadataName("System.Linq.AsyncEnumerable"), "Select"),
            (compilation.GetTypeByMetadataName("System.Threading.Tasks.Parallel"), "ForEachAsync"),
            (compilation.GetTypeByMetadataName("System.Threading.Tasks.Parallel"), "ForEach"),
            (compilation.GetTypeByMetadataName("System.Collections.Generic.List`1"), "ForEach"),
            (compilation.GetTypeByMetadataName("System.Array"), "ForEach"),
        ];
        _queues =
        [
            compilation.GetTypeByMetadataName("System.Threading.Channels.ChannelReader`1"),
            compilation.GetTypeByMetadataName("System.Collections.Concurrent.BlockingCollection`1"),
        ];
    }

    public static LoopMethods Find(Compilation compilation) => new(compilation);

    public bool IsLoop(IMethodSymbol method) =>
        Array.Exists(_loops, loop => loop.Method == method.Name && Declares(loop.Type, method));

    /// <summary>Whether the method reads a queue, which has no end.</summary>
    public bool IsQueue(IOperation sequence) =>
        sequence switch
        {
            IInvocationOperation { TargetMethod: var method } when IsOfQueue(method) => true,
            // ConfigureAwait and WithCancellation take it as an argument, conversions as an operand.
            IInvocationOperation or IConversionOperation or IArgumentOperation => sequence.ChildOperations.Any(IsQueue),
            _ => false,
        };

    private bool IsOfQueue(IMethodSymbol method) => Array.Exists(_queues, queue => Declares(queue, method));

    private static bool Declares(INamedTypeSymbol? type, IMethodSymbol method) =>
        type is not null && SymbolEqualityComparer.Default.Equals(type, method.ContainingType?.OriginalDefinition);
}
