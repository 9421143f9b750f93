using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ProfileSchema.Generator.Diagnostics;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Finds annotated members of types in other assemblies that the compiler doesn't import, because they aren't accessible.</summary>
internal sealed class HiddenMembers(Compilation compilation)
{
    private const string Library = "ProfileSchema";

    /// <summary>The same references with all of their members. Few profiles derive from a type in another assembly.</summary>
    private readonly Lazy<Compilation> _all = new(() =>
        CSharpCompilation.Create(
            compilation.AssemblyName,
            references: compilation.References,
            options: ((CSharpCompilationOptions)compilation.Options).WithMetadataImportOptions(
                MetadataImportOptions.All
            )
        )
    );

    /// <summary>Reports them for all types whose annotated members are sent.</summary>
    public void Check(ProfileContext context)
    {
        foreach ((INamedTypeSymbol holder, AnnotatedMember? root) in context.Holders)
        {
            for (INamedTypeSymbol? type = holder; type is not null; type = type.BaseType)
            {
                foreach (ISymbol member in Find(type.OriginalDefinition))
                {
                    context.Report(
                        SchemaRules.AnnotatedNotSent,
                        root?.NameLocation ?? context.Location,
                        $"{type.Name}.{member.Name}",
                        $"it can't be read outside the assembly '{type.ContainingAssembly.Name}'; make it public"
                    );
                }
            }
        }
    }

    private IEnumerable<ISymbol> Find(INamedTypeSymbol type)
    {
        if (
            SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly)
            || !type.ContainingModule.ReferencedAssemblies.Any(static referred => referred.Name == Library)
        )
        {
            return [];
        }

        string name = DeclarationParser.MetadataName(type);
        return _all.Value.SourceModule.ReferencedAssemblySymbols.FirstOrDefault(assembly =>
                    assembly.Identity.Equals(type.ContainingAssembly.Identity)
                )
                ?.GetTypeByMetadataName(name)
                ?.GetMembers()
                .Where(member => IsAnnotated(member) && type.GetMembers(member.Name).IsEmpty)
            ?? [];
    }

    public static bool IsAnnotated(ISymbol member) =>
        member is IPropertySymbol or IFieldSymbol { AssociatedSymbol: null }
        && (
            member.FindAttribute(AttributeNames.Parameter) is not null
            || member.FindAttribute(AttributeNames.Key) is not null
        );
}
