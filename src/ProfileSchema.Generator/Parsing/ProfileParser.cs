using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Diagnostics;
using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Parsing;

/// <summary>
/// Reads a type annotated with <c>[Profile]</c> or <c>[ProfileContractFor]</c>. The only place where symbols become
/// specs.
/// </summary>
internal static class ProfileParser
{
    /// <summary>
    /// The spec for one attributed declaration. A type that is annotated more than once has one spec.
    /// </summary>
    public static ProfileSpec? ParseOnce(GeneratorAttributeSyntaxContext found, CancellationToken cancellation)
    {
        var type = (INamedTypeSymbol)found.TargetSymbol;
        AttributeData? first = FindAttribute(type);
        bool isHere =
            first?.ApplicationSyntaxReference is { } written
            && written.SyntaxTree == found.TargetNode.SyntaxTree
            && found.TargetNode.Span.Contains(written.Span)
            && found.Attributes.Contains(first);
        return isHere ? Parse(type, first!, found.SemanticModel.Compilation, hidden: null, cancellation).Spec : null;
    }

    /// <summary>The attribute that requests a contract. A type with two of them is reported at the first.</summary>
    public static AttributeData? FindAttribute(INamedTypeSymbol type) =>
        type.FindAttribute(AttributeNames.Profile) ?? type.FindAttribute(AttributeNames.ContractFor);

    /// <summary>The parameters that an annotated type has, nested ones among them; none if it isn't annotated.</summary>
    public static IReadOnlyList<ParameterSpec> Parameters(
        INamedTypeSymbol type,
        Compilation compilation,
        CancellationToken cancellation
    )
    {
        if (FindAttribute(type) is not { } attribute)
        {
            return [];
        }

        var context = new ProfileContext(
            type,
            attribute.TypeArgument,
            attribute,
            compilation,
            advises: false,
            cancellation
        );
        var enums = new EnumParser(context, NamingReader.Read(context));
        return
        [
            .. ReadParameters(
                    context,
                    new ParameterParser(context, enums),
                    Reflect(context, AnnotatedMembers.Of(context))
                )
                .SelectMany(static member => member.Flatten()),
        ];
    }

    /// <param name="hidden">
    /// Set by the analyzer, which sees the finished type and reports warnings too. The generator only needs to know
    /// whether it can make a contract.
    /// </param>
    public static ParsedProfile Parse(
        INamedTypeSymbol type,
        AttributeData attribute,
        Compilation compilation,
        HiddenMembers? hidden,
        CancellationToken cancellation
    )
    {
        var context = new ProfileContext(
            type,
            attribute.TypeArgument,
            attribute,
            compilation,
            advises: hidden is not null,
            cancellation
        );
        DeclarationParser.Check(context);
        ContractPlace? place = ContractPlaceParser.Parse(context);
        var enums = new EnumParser(context, NamingReader.Read(context));
        ImmutableArray<AnnotatedMember> annotated = AnnotatedMembers.Of(context);
        ImmutableArray<AnnotatedMember> members = Reflect(context, annotated);
        KeySpec? key =
            members.Length == annotated.Length || annotated.All(static member => member.Key is null)
                ? KeyParser.Parse(context, members)
                : null;
        var reader = new ParameterParser(context, enums);
        EquatableArray<MemberSpec> parameters = ReadParameters(context, reader, members);
        if (!annotated.Any(static member => member.Parameter is not null))
        {
            context.Report(SchemaRules.ProfileWithoutParameters, context.Location, type.Name);
        }

        ProfileSpec? spec =
            context.IsSound && key is not null
                ? new ProfileSpec(
                    DeclarationParser.Parse(type),
                    context.Target?.Name ?? type.Name,
                    (context.Target ?? type).ToSource(context.Aliases),
                    place,
                    ContractClassName.For(type),
                    key,
                    parameters,
                    enums.Found,
                    context.Guarded.IsForbidden,
                    context.Guarded.Warnings,
                    context.Aliases.Used
                )
                : null;
        hidden?.Check(context);
        if (hidden is not null && spec is not null)
        {
            UnsentMembers.Check(context, annotated, reader.Owners);
        }

        return new ParsedProfile(spec, context.Diagnostics);
    }

    /// <summary>The members that are read: the annotated ones, or the ones that they are mapped to.</summary>
    private static ImmutableArray<AnnotatedMember> Reflect(
        ProfileContext context,
        ImmutableArray<AnnotatedMember> annotated
    ) => context.Target is { } target ? MappedMemberParser.Reflect(context, target, annotated) : annotated;

    private static EquatableArray<MemberSpec> ReadParameters(
        ProfileContext context,
        ParameterParser reader,
        ImmutableArray<AnnotatedMember> members
    ) => reader.Parse(members, prefix: "", ImmutableArray.Create(context.Target ?? context.Type));
}

/// <summary>The result of parsing a type: the generator uses the spec, and the analyzer uses the diagnostics.</summary>
/// <param name="Spec">Null if a rule forbids a contract, or if the source does not compile anyway.</param>
internal readonly record struct ParsedProfile(ProfileSpec? Spec, ImmutableArray<Diagnostic> Diagnostics);
