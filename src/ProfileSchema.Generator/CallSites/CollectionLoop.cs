using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ProfileSchema.Generator.CallSites;

/// <summary>Tells whether a call is in a loop over a collection, and updates a different profile each time.</summary>
/// <remarks>
/// A <c>while</c> loop reads items when they arrive, and a loop that sends the same profile each time retries: neither is a
/// collection that could be sent at once.
/// </remarks>
internal static class CollectionLoop
{
    public static bool Contains(IInvocationOperation call, LoopMethods methods)
    {
        if (call.Arguments.FirstOrDefault(static a => a.Parameter?.Ordinal is 0)?.Value is not { } profile)
        {
            return false;
        }

        for (IOperation child = call; child.Parent is { } parent; child = parent)
        {
            if (IsKeptForLater(child))
            {
                return false;
            }

            if (IsLoop(parent, child, methods) && Varies(profile, parent))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A local function or a stored delegate runs when it is called, not where it is declared.</summary>
    private static bool IsKeptForLater(IOperation operation) =>
        operation is ILocalFunctionOperation
        || operation is IDelegateCreationOperation { Parent: not (IArgumentOperation or IConversionOperation) };

    private static bool IsLoop(IOperation operation, IOperation child, LoopMethods methods) =>
        operation switch
        {
            IForEachLoopOperation loop => child == loop.Body && !methods.IsQueue(loop.Collection),
            IForLoopOperation loop => child == loop.Body && loop.Condition is { } condition && IsCounted(condition),
            IInvocationOperation call => methods.IsLoop(call.TargetMethod)
                && child is IArgumentOperation { Parameter.Type.TypeKind: TypeKind.Delegate }
                && !call.Arguments.Any(methods.IsQueue),
            _ => false,
        };

    /// <summary>Whether the loop runs once for each element of a collection.</summary>
    private static bool IsCounted(IOperation condition) =>
        condition
            .DescendantsAndSelf()
            .Any(static operation =>
                operation
                    is IPropertyReferenceOperation { Property.Name: "Length" or "Count" }
                        or IInvocationOperation { TargetMethod.Name: "Count" }
            );

    /// <summary>Whether the profile depends on a variable of the loop.</summary>
    private static bool Varies(IOperation profile, IOperation loop) =>
        profile
            .DescendantsAndSelf()
            .Any(operation =>
                operation switch
                {
                    ILocalReferenceOperation reference => IsWithin(reference.Local, loop),
                    IParameterReferenceOperation reference => IsWithin(reference.Parameter, loop),
                    _ => false,
                }
            );

    private static bool IsWithin(ISymbol symbol, IOperation loop)
    {
        // The clauses of a query are calls, and its range variable is declared in another clause than the one that uses it.
        SyntaxNode scope =
            loop is IInvocationOperation && loop.Syntax.FirstAncestorOrSelf<QueryExpressionSyntax>() is { } query
                ? query
                : loop.Syntax;
        return symbol.Locations.Any(location =>
            location.SourceTree == scope.SyntaxTree && scope.Span.Contains(location.SourceSpan)
        );
    }
}
