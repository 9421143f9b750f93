using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Diagnostics;
using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Reads the class that contains the contract of another type.</summary>
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
        else if (
            target is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface }
            || !SymbolEqualityComparer.Default.Equals(ScalarTypes.Beneath(target), target)
        )
        {
            Refuse(
                context,
                $"annotated for '{target.ToMessage()}'; use a class, struct, or interface as the target type"
            );
        }
        else if (TypeReach.IsFileLocal(target))
        {
            Refuse(
                context,
                $"annotated for '{target.ToMessage()}', which is file-local; remove the file modifier of the target type"
            );
        }
        else if (!TypeReach.Covers(target, type, Accessibility.Internal))
        {
            Refuse(context, $"more accessible than its target type '{target.ToMessage()}'; make it less accessible");
        }
        else if (
            type.GetMembers(ContractPlace.Property).Any(static member => !IsGenerated(member))
            || type.Name == ContractPlace.Property
        )
        {
            Refuse(
                context,
                $"using the name '{ContractPlace.Property}', which the generated contract needs; rename the type or member"
            );
        }

        context.Use(target);
        bool isPublic = TypeReach.Covers(target, type, Accessibility.Public);
        return new ContractPlace(isPublic ? "public" : "internal", Constructor(type));
    }

    /// <summary>The class is never instantiated. A class that derives from it can map more members.</summary>
    private static string? Constructor(INamedTypeSymbol type) =>
        !type.InstanceConstructors.All(static constructor => constructor.IsImplicitlyDeclared) || type.IsStatic ? null
        : type.IsSealed ? "private"
        : "protected";

    /// <summary>Whether a member is generated. The analyzer sees the generated contract too.</summary>
    public static bool IsGenerated(ISymbol member) =>
        member.FindAttribute("System.CodeDom.Compiler.GeneratedCodeAttribute") is not null;

    private static void Refuse(ProfileContext context, string obstacle) =>
        context.Report(SchemaRules.TypeUnusable, context.Location, context.Type.Name, obstacle);
}
