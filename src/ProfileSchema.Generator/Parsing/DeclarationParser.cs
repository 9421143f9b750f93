using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProfileSchema.Generator.Diagnostics;
using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Reads where a profile is declared, and checks that a contract can be emitted into it.</summary>
internal static class DeclarationParser
{
    public static void Check(ProfileContext context)
    {
        INamedTypeSymbol type = context.Type;
        if (context.Compilation is CSharpCompilation { LanguageVersion: < LanguageVersion.CSharp11 and var version })
        {
            context.Report(SchemaRules.LanguageTooOld, context.Location, type.Name, version.ToDisplayString());
        }

        if (Obstacle(type) is { } obstacle)
        {
            context.Report(SchemaRules.TypeUnusable, context.Location, type.Name, obstacle);
        }

        foreach (INamedTypeSymbol declared in FromOutermost(type))
        {
            CheckPartial(context, declared);
            if (declared.Name.Length == 0)
            {
                context.LeaveToCompiler();
            }

            if (declared.ContainingSymbol is INamespaceOrTypeSymbol scope && HasNamesake(scope, declared))
            {
                context.LeaveToCompiler();
            }
        }
    }

    public static TypeHierarchy Parse(INamedTypeSymbol type)
    {
        ImmutableArray<INamedTypeSymbol> types = FromOutermost(type);
        return new TypeHierarchy(
            type.ContainingNamespace.ToSource(),
            [.. types.Select(static type => new TypeDeclaration(Keyword(type), type.Name, Source(type)))],
            MetadataName(type)
        );
    }

    /// <summary>The full name by which the type is found in its assembly.</summary>
    public static string MetadataName(INamedTypeSymbol type)
    {
        string names = string.Join("+", FromOutermost(type).Select(static type => type.MetadataName));
        INamespaceSymbol container = type.ContainingNamespace;
        return container.IsGlobalNamespace ? names : $"{container.ToMetadata()}.{names}";
    }

    private static string? Obstacle(INamedTypeSymbol type) =>
        type.IsStatic ? "static; use a class, record, or struct"
        : type.IsRefLikeType ? "a ref struct; use a class, record, or struct"
        : FromOutermost(type).Any(static type => type.IsFileLocal) ? "file-local; remove the file modifier"
        : IsAnnotatedTwice(type) ? "annotated for more than one contract; keep one of the attributes"
        : HasContract(type) ? "implementing IProfile<T> in source; remove that implementation or [Profile]"
        : null;

    /// <summary>Whether the type implements the contract in source.</summary>
    private static bool HasContract(INamedTypeSymbol type) =>
        type.FindAttribute(AttributeNames.Profile) is not null
        && type.Interfaces.Where(implemented =>
                implemented.MetadataName == "IProfile`1"
                && SymbolEqualityComparer.Default.Equals(implemented.TypeArguments[0], type)
            )
            .SelectMany(static implemented => implemented.GetMembers("Contract"))
            .Any(contract =>
                type.FindImplementationForInterfaceMember(contract) is { } implementation
                && SymbolEqualityComparer.Default.Equals(implementation.ContainingType, type)
                && !ContractPlaceParser.IsGenerated(implementation)
            );

    private static bool IsAnnotatedTwice(INamedTypeSymbol type) =>
        type.FindAttribute(AttributeNames.ContractFor) is { } first
        && (
            type.FindAttribute(AttributeNames.Profile) is not null
            || type.GetAttributes()
                .Any(other =>
                    other != first
                    && SymbolEqualityComparer.Default.Equals(
                        other.AttributeClass?.OriginalDefinition,
                        first.AttributeClass!.OriginalDefinition
                    )
                )
        );

    private static void CheckPartial(ProfileContext context, INamedTypeSymbol declared)
    {
        foreach (SyntaxReference reference in declared.DeclaringSyntaxReferences)
        {
            if (
                reference.GetSyntax(context.Cancellation) is TypeDeclarationSyntax declaration
                && !declaration.Modifiers.Any(SyntaxKind.PartialKeyword)
            )
            {
                Location location = declaration.Identifier.GetLocation();
                context.Report(SchemaRules.TypeNotPartial, location, declared.Name, context.Type.Name);
            }
        }
    }

    /// <summary>Two types of one full name do not compile, and their contracts would be one file.</summary>
    private static bool HasNamesake(INamespaceOrTypeSymbol scope, INamedTypeSymbol type) =>
        scope.GetTypeMembers(type.Name, type.Arity) is { Length: > 1 } namesakes
        && namesakes.Count(other =>
            SymbolEqualityComparer.Default.Equals(other.ContainingAssembly, type.ContainingAssembly)
        ) > 1;

    private static ImmutableArray<INamedTypeSymbol> FromOutermost(INamedTypeSymbol type)
    {
        ImmutableArray<INamedTypeSymbol>.Builder types = ImmutableArray.CreateBuilder<INamedTypeSymbol>();
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            types.Insert(0, current);
        }

        return types.ToImmutable();
    }

    private static string Keyword(INamedTypeSymbol type) =>
        type switch
        {
            { TypeKind: TypeKind.Interface } => "interface",
            { IsRecord: true, IsValueType: true } => "record struct",
            { IsRecord: true } => "record",
            { IsValueType: true } => "struct",
            _ => "class",
        };

    private static string Source(INamedTypeSymbol type)
    {
        string name = Identifiers.Escape(type.Name);
        return type.TypeParameters.IsEmpty
            ? name
            : $"{name}<{string.Join(", ", type.TypeParameters.Select(static p => Identifiers.Escape(p.Name)))}>";
    }
}
