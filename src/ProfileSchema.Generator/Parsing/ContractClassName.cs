using Microsoft.CodeAnalysis;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Finds a name for the nested contract class that the user's type does not use.</summary>
internal static class ContractClassName
{
    private const string Usual = "GeneratedProfileContract";

    public static string For(INamedTypeSymbol type)
    {
        string name = Usual;
        while (IsTaken(type, name))
        {
            name += "_";
        }

        return name;
    }

    private static bool IsTaken(INamedTypeSymbol type, string name)
    {
        if (type.Name == name || type.TypeParameters.Any(parameter => parameter.Name == name))
        {
            return true;
        }

        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (!current.GetMembers(name).IsEmpty)
            {
                return true;
            }
        }

        return false;
    }
}
