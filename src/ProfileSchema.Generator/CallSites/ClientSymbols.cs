using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.CallSites;

/// <summary>The types whose calls are checked, found once for each compilation.</summary>
/// <param name="Client">The client that sends profiles.</param>
/// <param name="BulkResult">The result of its bulk updates.</param>
internal sealed record ClientSymbols(INamedTypeSymbol Client, INamedTypeSymbol BulkResult)
{
    private const string ClientName = "ProfileSchema.Client.ProfileClient";
    private const string BulkResultName = "ProfileSchema.Client.BulkResult";

    public const string UpdateAsync = nameof(UpdateAsync);

    /// <summary>Null where the client is not referenced.</summary>
    public static ClientSymbols? Find(Compilation compilation) =>
        compilation.GetTypeByMetadataName(ClientName) is { } client
        && compilation.GetTypeByMetadataName(BulkResultName) is { } result
            ? new ClientSymbols(client, result)
            : null;

    /// <summary>Whether the method is the client's, be it through an override.</summary>
    public bool Declares(IMethodSymbol method)
    {
        method = method.OriginalDefinition;
        while (method.OverriddenMethod is { } overridden)
        {
            method = overridden;
        }

        // Object declares nothing that is checked here.
        return SymbolEqualityComparer.Default.Equals(method.ContainingType, Client)
            || SymbolEqualityComparer.Default.Equals(method.ContainingType, Client.BaseType);
    }

    /// <summary>Whether the method sends in bulk: it is the client's, and gives a task of the result.</summary>
    public bool IsBulk(IMethodSymbol method) =>
        method.ReturnType is INamedTypeSymbol { TypeArguments: [var result] }
        && SymbolEqualityComparer.Default.Equals(result, BulkResult)
        && Declares(method);
}
