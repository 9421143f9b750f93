using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Diagnostics;
using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Reads a type marked <c>[Profile]</c>. The only place where symbols become specs.</summary>
internal static class ProfileParser
{
    /// <summary>
    /// The spec for one attributed declaration. A type that is wrongly marked on several of its parts has one spec.
    /// </summary>
    public static ProfileSpec? ParseOnce(GeneratorAttributeSyntaxContext found, CancellationToken cancellation)
    {
        var type = (INamedTypeSymbol)found.TargetSymbol;
        AttributeData? first = type.FindAttribute(AttributeNames.Profile);
        bool isHere =
            first?.ApplicationSyntaxReference is { } written
            && written.SyntaxTree == found.TargetNode.SyntaxTree
            && found.TargetNode.Span.Contains(written.Span);
        return isHere ? Parse(type, first!, found.SemanticModel.Compilation, cancellation).Spec : null;
    }

    public static ParsedProfile Parse(
        INamedTypeSymbol type,
        AttributeData attribute,
        Compilation compilation,
        CancellationToken cancellation
    )
    {
        var context = new ProfileContext(type, attribute, compilation, cancellation);
        DeclarationParser.Check(context);
        var enums = new EnumParser(NamingReader.Read(context));
        ImmutableArray<MarkedMember> members = MarkedMembers.Of(context);
        KeySpec? key = KeyParser.Parse(context, members);
        EquatableArray<ParameterSpec> parameters = ParameterParser.ParseAll(context, members, enums);
        if (!members.Any(static member => member.Parameter is not null))
        {
            context.Report(ProfileWithoutParameters.Descriptor, context.Location, type.Name);
        }

        ProfileSpec? spec =
            context.IsSound && key is not null
                ? new ProfileSpec(
                    DeclarationParser.Parse(type),
                    type.ToSource(),
                    ContractClassName.For(type),
                    key,
                    parameters,
                    enums.Found,
                    members.Any(static member => ForbiddenUse.IsIn(member.Symbol))
                )
                : null;
        return new ParsedProfile(spec, context.Diagnostics);
    }
}
