using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProfileSchema.Generator.Parsing;

namespace ProfileSchema.Generator.CallSites;

/// <summary>Determines whether one bulk update can replace a loop: the loop does nothing else, for exactly these profiles.</summary>
internal static class LoopRewrite
{
    // The number of ProfileKeyKind.ThirdPartyId. A bulk update by pcId also takes a version that only the caller can choose (ID-5).
    private const int ThirdPartyId = 0;

    private const string Awaiting = "ConfigureAwait";

    public static bool IsMechanical(IInvocationOperation call, IOperation loop, LoopMethods methods) =>
        call.TargetMethod is { Parameters.Length: 2, TypeArguments: [INamedTypeSymbol profile] }
        && IsKeyedByThirdPartyId(profile)
        && loop switch
        {
            IForEachLoopOperation statement => IsWhole(statement, call)
                && statement.LoopControlVariable is IVariableDeclaratorOperation element
                && Sends(call, element.Symbol)
                && Holds(statement.Collection, profile),
            IInvocationOperation { Arguments: [var source, { Value: IDelegateCreationOperation each }] } select =>
                IsAwaitedAtOnce(select, methods)
                    && each.Target is IAnonymousFunctionOperation { Symbol.Parameters: [var element] } lambda
                    && IsWhole(lambda, call)
                    && Sends(call, element)
                    && Holds(source.Value, profile),
            _ => false,
        };

    /// <summary>Whether the call, awaited, is all that the loop or the lambda consists of.</summary>
    private static bool IsWhole(IOperation outer, IInvocationOperation call)
    {
        IOperation current = call;
        while (current.Parent is { } parent && parent != outer)
        {
            bool isTransparent = parent switch
            {
                IAwaitOperation or IExpressionStatementOperation or IConversionOperation { IsImplicit: true } => true,
                IReturnOperation { IsImplicit: true } => true,
                IInvocationOperation { TargetMethod.Name: Awaiting } => true,
                IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: Awaiting } } => true,
                // A block of a lambda's expression has an implicit return behind a statement.
                IBlockOperation block => block.Operations.All(o =>
                    o == current || o is IReturnOperation { IsImplicit: true }
                ),
                _ => false,
            };
            if (!isTransparent)
            {
                return false;
            }

            current = parent;
        }

        return true;
    }

    /// <summary>Whether the element itself is sent, and nothing else of the call depends on it.</summary>
    private static bool Sends(IInvocationOperation call, ISymbol element) =>
        call.Descendants().Count(operation => Refers(operation, element)) == 1
        && call.Arguments.Any(argument => argument.Parameter?.Ordinal is 0 && Refers(argument.Value, element));

    private static bool Refers(IOperation operation, ISymbol element) =>
        operation switch
        {
            ILocalReferenceOperation reference => SymbolEqualityComparer.Default.Equals(reference.Local, element),
            IParameterReferenceOperation reference => SymbolEqualityComparer.Default.Equals(
                reference.Parameter,
                element
            ),
            _ => false,
        };

    /// <summary>Whether the collection is of exactly this type of profile, so that the bulk update uses the same contract.</summary>
    private static bool Holds(IOperation collection, INamedTypeSymbol profile)
    {
        while (collection is IConversionOperation { IsImplicit: true } conversion)
        {
            collection = conversion.Operand;
        }

        INamedTypeSymbol[] sequences = collection.Type is { } type
            ?
            [
                .. type
                    .AllInterfaces.Prepend(type)
                    .OfType<INamedTypeSymbol>()
                    .Where(static t => t is { Name: "IEnumerable" or "IAsyncEnumerable", Arity: 1 }),
            ]
            : [];
        return sequences is [{ TypeArguments: [var held] }] && SymbolEqualityComparer.Default.Equals(held, profile);
    }

    /// <summary>Whether the calls are awaited together where they are made: <c>await Task.WhenAll(x.Select(…));</c>.</summary>
    private static bool IsAwaitedAtOnce(IOperation select, LoopMethods methods)
    {
        IOperation? current = select.Parent;
        while (current is IArgumentOperation or IConversionOperation)
        {
            current = current.Parent;
        }

        if (current is not IInvocationOperation whenAll || !methods.IsWhenAll(whenAll.TargetMethod))
        {
            return false;
        }

        current = whenAll.Parent is IInvocationOperation { TargetMethod.Name: Awaiting } configured
            ? configured.Parent
            : whenAll.Parent;
        return current is IAwaitOperation { Parent: IExpressionStatementOperation };
    }

    private static bool IsKeyedByThirdPartyId(INamedTypeSymbol profile)
    {
        for (INamedTypeSymbol? type = profile; type is not null; type = type.BaseType)
        {
            foreach (ISymbol member in type.GetMembers())
            {
                if (member.FindAttribute(AttributeNames.Key) is { } key)
                {
                    return key.ConstructorArguments is [{ Value: ThirdPartyId }, ..];
                }
            }
        }

        return false;
    }
}
