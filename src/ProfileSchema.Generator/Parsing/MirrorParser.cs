using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Diagnostics;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Finds what the members of a class mirror in the type that it makes a contract for.</summary>
internal static class MirrorParser
{
    /// <summary>The members, read from the type that they mirror. One that mirrors nothing is reported and left out.</summary>
    public static ImmutableArray<MarkedMember> Reflect(
        ProfileContext context,
        ITypeSymbol target,
        ImmutableArray<MarkedMember> mirrors
    )
    {
        ImmutableArray<MarkedMember>.Builder reflected = ImmutableArray.CreateBuilder<MarkedMember>();
        foreach (MarkedMember mirror in mirrors)
        {
            if (Find(context, target, mirror.Name) is not { } source)
            {
                string reason =
                    $"'{target.ToMessage()}' has no accessible field or property with that name; rename or remove the member";
                context.Report(MappedMemberUnknown.Descriptor, mirror.NameLocation, mirror.Title, reason);
            }
            else if (!ScalarTypes.IsUnknown(mirror.Type) && !AreAlike(mirror.Type, MarkedMember.TypeOf(source)!))
            {
                string type = MarkedMember.TypeOf(source)!.ToMessage();
                string reason = $"'{target.ToMessage()}.{source.Name}' has type '{type}'; use that type";
                context.Report(MappedMemberUnknown.Descriptor, mirror.TypeLocation, mirror.Title, reason);
            }
            else
            {
                reflected.Add(mirror with { Source = source, Holder = target });
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
                MarkedMember.TypeOf(member) is not null
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

    /// <summary>Whether two types are the same but for what they say of null.</summary>
    private static bool AreAlike(ITypeSymbol mirror, ITypeSymbol source) =>
        SymbolEqualityComparer.Default.Equals(ScalarTypes.Beneath(mirror), ScalarTypes.Beneath(source));
}
