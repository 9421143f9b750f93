using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Diagnostics;
using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Reads the class that holds the contract of another type.</summary>
internal static class ContractPlaceParser
{
    public static ContractPlace? Parse(ProfileContext context)
    {
        if (context.Target is not { } target)
        {
            return null;
        }

        INamedTypeSymbol type = context.Type;
        if (ScalarTypes.IsUnknown(target))
        {
            context.LeaveToCompiler();
        }
        else if (target is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface })
        {
            Refuse(context, $"marked for '{target.ToMessage()}', which has no members to send");
        }
        else if (
            type.GetMembers(ContractPlace.Property).Any(static member => !IsGenerated(member))
            || type.Name == ContractPlace.Property
        )
        {
            Refuse(context, $"using the name '{ContractPlace.Property}', under which the contract is found");
        }

        context.Use(target);
        bool isPublic = IsPublic(target);
        return new ContractPlace(isPublic ? "public" : "internal", Constructor(type));
    }

    /// <summary>Nobody makes an instance, but for what derives from the class to mirror more members.</summary>
    private static string? Constructor(INamedTypeSymbol type) =>
        !type.InstanceConstructors.All(static constructor => constructor.IsImplicitlyDeclared) || type.IsStatic ? null
        : type.IsSealed ? "private"
        : "private protected";

    /// <summary>Whether a member belongs to a contract that is there already, as it is when the rules are checked.</summary>
    public static bool IsGenerated(ISymbol member) =>
        member.FindAttribute("System.CodeDom.Compiler.GeneratedCodeAttribute") is not null;

    private static void Refuse(ProfileContext context, string obstacle) =>
        context.Report(TypeUnusable.Descriptor, context.Location, context.Type.Name, obstacle);

    private static bool IsPublic(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (current.DeclaredAccessibility is not Accessibility.Public)
            {
                return false;
            }
        }

        return type is not INamedTypeSymbol named || named.TypeArguments.All(IsPublic);
    }
}
