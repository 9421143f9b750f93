using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ProfileSchema.Generator.Diagnostics;
using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Reads <c>[ProfileConverter]</c> and checks that the converter supports the values.</summary>
internal static class ConverterParser
{
    /// <summary>The converted value, or null if the converter doesn't support the type, which isn't reported here.</summary>
    public static ConvertedValue? For(ProfileContext context, AttributeData attribute, ITypeSymbol type)
    {
        if (attribute.TypeArgument is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } converter)
        {
            return null;
        }

        ITypeSymbol beneath = ScalarTypes.Beneath(type);
        ITypeSymbol? taken = Taken(context, converter, beneath);
        bool unwraps = ScalarTypes.MayBeNull(type);
        if (taken is null && !SymbolEqualityComparer.Default.Equals(beneath, type))
        {
            taken = Taken(context, converter, type);
            unwraps = false;
        }

        if (
            taken is null
            || !context.Compilation.IsSymbolAccessibleWithin(converter, context.Type)
            || TypeReach.IsFileLocal(converter)
        )
        {
            return null;
        }

        context.Use(converter);
        context.Use(taken);
        return new ConvertedValue(
            taken.ToSource(context.Aliases),
            converter.ToSource(context.Aliases),
            IsDynamic: type.TypeKind is TypeKind.Dynamic,
            unwraps
        );
    }

    public static void ReportUnusable(ProfileContext context, AnnotatedMember member, AttributeData attribute)
    {
        if (attribute.TypeArgument is not { } converter || ScalarTypes.IsUnknown(converter))
        {
            context.LeaveToCompiler();
            return;
        }

        context.Report(
            SchemaRules.ConverterUnusable,
            member.AttributeLocation(attribute),
            converter.ToMessage(),
            member.Title,
            ScalarTypes.Beneath(member.Type).ToMessage().TrimEnd('?')
        );
    }

    /// <summary>The type that the converter takes values of the given type as: that type, or the nearest of those that are wider.</summary>
    private static ITypeSymbol? Taken(ProfileContext context, INamedTypeSymbol converter, ITypeSymbol type)
    {
        ITypeSymbol? wider = null;
        foreach (INamedTypeSymbol implemented in converter.AllInterfaces)
        {
            if (!IsConverter(implemented))
            {
                continue;
            }

            ITypeSymbol taken = implemented.TypeArguments[0];
            if (context.Compilation is not CSharpCompilation compilation)
            {
                continue;
            }

            // The element names of a tuple don't make it another type.
            if (compilation.ClassifyConversion(type, taken).IsIdentity)
            {
                return taken;
            }

            if (IsWider(compilation, type, taken) && (wider is null || IsWider(compilation, taken, wider)))
            {
                wider = taken;
            }
        }

        return wider;
    }

    /// <summary>Whether every value of a type is one of the other, as it is.</summary>
    private static bool IsWider(CSharpCompilation compilation, ITypeSymbol type, ITypeSymbol other) =>
        compilation.ClassifyConversion(type, other) is { IsImplicit: true, IsReference: true };

    private static bool IsConverter(INamedTypeSymbol type) =>
        type
            is {
                MetadataName: "IProfileConverter`1",
                ContainingNamespace: { Name: "ProfileSchema", ContainingNamespace.IsGlobalNamespace: true }
            };
}
