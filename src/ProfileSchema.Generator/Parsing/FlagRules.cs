using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Diagnostics;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Checks that the constants of a flags enum can be sent as the flags that they consist of.</summary>
internal static class FlagRules
{
    public static void Check(ProfileContext context, AnnotatedMember member, INamedTypeSymbol type)
    {
        IFieldSymbol[] constants = [.. type.GetMembers().OfType<IFieldSymbol>()];
        ulong flags = 0;
        foreach (IFieldSymbol constant in constants)
        {
            flags |= FlagBits.Of(constant) is { } bits && FlagBits.IsSingle(bits) ? bits : 0;
        }

        foreach (IFieldSymbol constant in constants)
        {
            if (FlagBits.Of(constant) is { } bits && (bits & ~flags) != 0)
            {
                string title = $"{type.Name}.{constant.Name}";
                context.Report(SchemaRules.FlagUndeclared, member.TypeLocation, title, member.Title);
            }
        }
    }
}
