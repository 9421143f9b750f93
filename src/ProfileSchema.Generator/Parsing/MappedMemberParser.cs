using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Diagnostics;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Finds the members of the target type to which the members of a class with <c>[ProfileContractFor]</c> are mapped.</summary>
internal static class MappedMemberParser
{
    /// <summary>The members, with the member of the target type as their source. One without a counterpart is reported and left out.</summary>
    public static ImmutableArray<AnnotatedMember> Reflect(
        ProfileContext context,
        ITypeSymbol target,
        ImmutableArray<AnnotatedMember> annotated
    )
    {
        ImmutableArray<AnnotatedMember>.Builder reflected = ImmutableArray.CreateBuilder<AnnotatedMember>();
        foreach (AnnotatedMember mapped in annotated)
        {
            if (Find(context, target, mapped.Name) is not { } source)
            {
                string reason =
                    $"'{target.ToMessage()}' has no accessible field or property with that name; rename or remove the member";
                context.Report(SchemaRules.MappedMemberUnknown, mapped.NameLocation, mapped.Title, reason);
            }
            else if (!ScalarTypes.IsUnknown(mapped.Type) && !AreAlike(mapped.Type, AnnotatedMember.TypeOf(source)!))
            {
                string type = AnnotatedMember.TypeOf(source)!.ToMessage();
                string reason = $"'{target.ToMessage()}.{source.Name}' has type '{type}'; use that type";
                context.Report(SchemaRules.MappedMemberUnknown, mapped.TypeLocation, mapped.Title, reason);
            }
            else
            {
                reflected.Add(mapped with { Source = source, Holder = target });
            }
        }

        return reflected.ToImmutable();
    }

    private static ISymbol? Find(ProfileContext context, ITypeSymbol target, string name)
    {
        IEnumerable<ITypeSymbol> types =
            target.TypeKind is TypeKind.Interface
                ? target.AllInterfaces.Insert(0, (INamedTypeSymbol)target)
                : BaseTypes(target);
        return types
            .SelectMany(type => type.GetMembers(name))
            .FirstOrDefault(member =>
                AnnotatedMember.TypeOf(member) is not null
                && !member.IsStatic
                && (member is not IPropertySymbol property || property is { IsIndexer: false, IsWriteOnly: false })
                && context.Compilation.IsSymbolAccessibleWithin(member, context.Type, target)
            );
    }

    private static IEnumerable<ITypeSymbol> BaseTypes(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }

    /// <summary>Whether two types differ at most in nullability.</summary>
    private static bool AreAlike(ITypeSymbol mapped, ITypeSymbol source) =>
        SymbolEqualityComparer.Default.Equals(ScalarTypes.Beneath(mapped), ScalarTypes.Beneath(source));
}
