using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Parsing;

/// <summary>The options of <c>[ProfileParameter]</c> on a member.</summary>
internal sealed class ParameterOptions(ProfileContext context, AnnotatedMember member)
{
    private const char UsualSeparator = '|';

    private AttributeData Attribute => member.Parameter!;

    /// <summary>.NET treats an empty format as no format.</summary>
    public string? Format =>
        member.Option(Attribute, AttributeNames.Format) is string { Length: > 0 } format ? format : null;

    public char Separator =>
        member.Option(Attribute, AttributeNames.Separator) is char separator ? separator : UsualSeparator;

    public string? NullValue => member.Option(Attribute, AttributeNames.NullValue) as string;

    public int MaxLength =>
        member.Option(Attribute, AttributeNames.MaxLength) is int length ? length : ParameterFacts.UsualMaxLength;

    public bool Flatten => member.Option(Attribute, AttributeNames.Flatten) is true;

    public bool IsPersonalData => member.Option(Attribute, AttributeNames.IsPersonalData) is true;

    /// <summary>An undefined value is reported once, where it is read.</summary>
    public HashKind Hash { get; } =
        AttributeEnums.Read(
            context,
            member.Option(member.Parameter!, AttributeNames.Hash),
            HashKind.None,
            member.ArgumentLocation(member.Parameter, AttributeNames.Hash)
        );

    /// <summary>Whether the attribute sets a property, even to its default value.</summary>
    public bool Sets(string property) => member.Option(Attribute, property) is not null;

    public Location Location(string property) => member.ArgumentLocation(Attribute, property);
}
