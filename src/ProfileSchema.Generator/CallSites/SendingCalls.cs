using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProfileSchema.Generator.Parsing;

namespace ProfileSchema.Generator.CallSites;

/// <summary>The calls that send or write profiles with a contract, which a type argument selects.</summary>
/// <param name="Serializer">Writes profiles, without the client too.</param>
/// <param name="BatchWriter">Writes profiles of one type, its own type argument.</param>
/// <param name="Client">Null where the client is not referenced.</param>
internal sealed record SendingCalls(INamedTypeSymbol Serializer, INamedTypeSymbol? BatchWriter, ClientSymbols? Client)
{
    private const string SerializerName = "ProfileSchema.ProfileSerializer";
    private const string BatchWriterName = "ProfileSchema.BatchFileWriter`1";

    /// <summary>Null where the library is not referenced.</summary>
    public static SendingCalls? Find(Compilation compilation) =>
        compilation.GetTypeByMetadataName(SerializerName) is { } serializer
            ? new SendingCalls(
                serializer,
                compilation.GetTypeByMetadataName(BatchWriterName),
                ClientSymbols.Find(compilation)
            )
            : null;

    /// <summary>The type whose contract the call uses, or null if the call sends nothing.</summary>
    public INamedTypeSymbol? ContractType(IMethodSymbol method) =>
        (
            method switch
            {
                { TypeArguments: [var argument] } when IsSender(method) => argument,
                { ContainingType.TypeArguments: [var argument] }
                    when SymbolEqualityComparer.Default.Equals(method.ContainingType.OriginalDefinition, BatchWriter) =>
                    argument,
                _ => null,
            }
        ) as INamedTypeSymbol;

    /// <summary>The type of the profiles in an argument, before any conversion to the base type.</summary>
    public static INamedTypeSymbol? ProfileType(IArgumentOperation argument)
    {
        IOperation value = Unconverted(argument.Value);
        ITypeSymbol? given = (value is ILocalReferenceOperation local ? ElementOf(local) : null) ?? value.Type;
        return argument.Parameter?.OriginalDefinition.Type switch
        {
            ITypeParameterSymbol => given as INamedTypeSymbol,
            INamedTypeSymbol { Name: "IEnumerable" or "IAsyncEnumerable", Arity: 1 } sequence => ElementOf(
                given,
                sequence.OriginalDefinition
            ),
            _ => null,
        };
    }

    /// <summary>Whether a sender sends in a visitor's session.</summary>
    public static bool IsInSession(IMethodSymbol sender) =>
        sender.Name is "UpdateInSessionAsync" or "WriteSessionParameters" or "ToSessionParameterString";

    private bool IsSender(IMethodSymbol method) =>
        SymbolEqualityComparer.Default.Equals(method.ContainingType, Serializer) || Client?.Declares(method) is true;

    private static IOperation Unconverted(IOperation value) =>
        value is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion
            ? Unconverted(conversion.Operand)
            : value;

    /// <summary>The type of the elements of the collection that a loop takes a variable from, which may be declared as a base of it.</summary>
    private static ITypeSymbol? ElementOf(ILocalReferenceOperation variable)
    {
        for (IOperation? around = variable.Parent; around is not null; around = around.Parent)
        {
            if (
                around is IForEachLoopOperation loop
                && loop.Locals.Contains(variable.Local, SymbolEqualityComparer.Default)
            )
            {
                return
                    CollectionTypes.Read(Unconverted(loop.Collection).Type!)?.Element is INamedTypeSymbol element
                    && DerivesFrom(element, variable.Local.Type)
                    ? element
                    : null;
            }
        }

        return null;
    }

    private static bool DerivesFrom(INamedTypeSymbol type, ITypeSymbol other)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, other))
            {
                return true;
            }
        }

        return false;
    }

    private static INamedTypeSymbol? ElementOf(ITypeSymbol? given, INamedTypeSymbol sequence)
    {
        if (given is null)
        {
            return null;
        }

        foreach (INamedTypeSymbol implemented in given.AllInterfaces.Prepend(given).OfType<INamedTypeSymbol>())
        {
            if (SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, sequence))
            {
                return implemented.TypeArguments[0] as INamedTypeSymbol;
            }
        }

        return null;
    }
}
