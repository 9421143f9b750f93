using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Parsing;

/// <summary>How the contract reaches the types of each assembly: from the global namespace, or from that of an alias.</summary>
internal sealed class ExternAliases(Compilation compilation)
{
    private const string Global = "global";

    private readonly Dictionary<IAssemblySymbol, string> _aliases = new(SymbolEqualityComparer.Default);

    /// <summary>The aliases that the contract has to declare.</summary>
    public EquatableArray<string> Used =>
        [
            .. _aliases
                .Values.Where(static alias => alias != Global)
                .Distinct(StringComparer.Ordinal)
                .OrderBy(static alias => alias, StringComparer.Ordinal),
        ];

    /// <summary>What the full names of an assembly's types begin with.</summary>
    public string Of(IAssemblySymbol? assembly)
    {
        if (assembly is null)
        {
            return Global;
        }

        if (!_aliases.TryGetValue(assembly, out string? alias))
        {
            alias = compilation.GetMetadataReference(assembly)?.Properties.Aliases is [_, ..] aliases
                ? aliases.Contains(Global)
                    ? Global
                    : aliases[0]
                : Global;
            _aliases.Add(assembly, alias);
        }

        return alias;
    }
}
