using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProfileSchema.Generator.Diagnostics;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Compares the finished profile with its contract. The analyzer sees the output of all generators; the generator saw none of it.</summary>
internal static class UnsentMembers
{
    private const string Invisible = "which ProfileSchema's generator can't see";

    /// <param name="owners">The members by the names of their parameters.</param>
    public static void Check(
        ProfileContext context,
        ImmutableArray<AnnotatedMember> members,
        IReadOnlyDictionary<string, AnnotatedMember> owners
    )
    {
        if (Contract(context) is not { } contract)
        {
            ReportMissing(context, members);
            return;
        }

        HashSet<string> names = Names(contract, context.Cancellation);
        foreach (KeyValuePair<string, AnnotatedMember> owner in owners)
        {
            if (!names.Contains(owner.Key))
            {
                ReportMade(context, owner.Value);
            }
        }
    }

    private static INamedTypeSymbol? Contract(ProfileContext context) =>
        context
            .Type.GetTypeMembers()
            .FirstOrDefault(static type =>
                type.BaseType is { MetadataName: "ProfileContract`1" } && ContractPlaceParser.IsGenerated(type)
            );

    /// <summary>The names of the parameters that the contract describes.</summary>
    private static HashSet<string> Names(INamedTypeSymbol contract, CancellationToken cancellation) =>
        [
            .. contract
                .DeclaringSyntaxReferences.SelectMany(reference =>
                    reference.GetSyntax(cancellation).DescendantNodes().OfType<ConstructorInitializerSyntax>()
                )
                .SelectMany(static initializer =>
                    initializer.DescendantNodes().OfType<ImplicitObjectCreationExpressionSyntax>()
                )
                .Select(static creation =>
                    creation.ArgumentList.Arguments[0].Expression is LiteralExpressionSyntax name
                        ? name.Token.ValueText
                        : ""
                ),
        ];

    /// <summary>Reports that there is no contract, at the members that the generator couldn't see or whose types it couldn't.</summary>
    private static void ReportMissing(ProfileContext context, ImmutableArray<AnnotatedMember> members)
    {
        bool isExplained = false;
        foreach (AnnotatedMember member in members)
        {
            if (member.Symbol.DeclaringSyntaxReferences.Any(IsGenerated))
            {
                ReportMade(context, member);
                isExplained = true;
            }
            else if (Parts(member.Type).FirstOrDefault(IsCompletedElsewhere) is { } type)
            {
                context.Report(
                    SchemaRules.AnnotatedNotSent,
                    member.TypeLocation,
                    member.Title,
                    $"another generator completes its type '{type.ToMessage()}', {Invisible}, so the profile has no contract; "
                        + "give the member a [ProfileConverter], or annotate a member that has the value itself"
                );
                isExplained = true;
            }
        }

        if (!isExplained)
        {
            context.Report(
                SchemaRules.AnnotatedNotSent,
                context.Location,
                context.Type.Name,
                $"it has no contract, because it depends on what another generator declares, {Invisible}, or because that "
                    + "generator didn't run; declare in source what the profile depends on"
            );
        }
    }

    private static void ReportMade(ProfileContext context, AnnotatedMember member)
    {
        IFieldSymbol? field = member.IsOwn ? FieldBehind(context.Type, member.Symbol) : null;
        context.Report(
            SchemaRules.AnnotatedNotSent,
            field?.Locations[0] ?? (member.IsOwn ? context.Location : member.NameLocation),
            member.Title,
            $"another generator declares it, {Invisible}; declare the property in source, as a partial one if that generator "
                + "completes it, and annotate it there"
        );
    }

    /// <summary>The field that a property was made of, as <c>_tier</c> of <c>Tier</c>.</summary>
    private static IFieldSymbol? FieldBehind(INamedTypeSymbol type, ISymbol property) =>
        type.GetMembers()
            .OfType<IFieldSymbol>()
            .FirstOrDefault(field =>
                field.Name.EndsWith(property.Name, StringComparison.OrdinalIgnoreCase)
                && field.DeclaringSyntaxReferences is [var reference]
                && !IsGenerated(reference)
            );

    /// <summary>The type of a value, and of its elements.</summary>
    private static IEnumerable<ITypeSymbol> Parts(ITypeSymbol type)
    {
        ITypeSymbol beneath = ScalarTypes.Beneath(type);
        return CollectionTypes.Read(beneath) is { } collection
            ? [beneath, ScalarTypes.Beneath(collection.Element)]
            : [beneath];
    }

    private static bool IsCompletedElsewhere(ITypeSymbol type) => type.DeclaringSyntaxReferences.Any(IsGenerated);

    /// <summary>Whether a file is generated, judging by its name or its first comment.</summary>
    private static bool IsGenerated(SyntaxReference reference) =>
        reference.SyntaxTree.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase)
        || reference
            .SyntaxTree.GetRoot()
            .GetLeadingTrivia()
            .Any(static trivia => trivia.ToString().Contains("<auto-generated"));
}
