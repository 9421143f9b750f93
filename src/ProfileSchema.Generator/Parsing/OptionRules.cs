using System.Globalization;
using ProfileSchema.Generator.Diagnostics;
using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Checks that what an attribute says can be done with the value that its member has.</summary>
internal static class OptionRules
{
    /// <summary>How many characters every hash has.</summary>
    public const int HashLength = 64;

    private static readonly string[] OfValues =
    [
        AttributeNames.Format,
        AttributeNames.Separator,
        AttributeNames.Hash,
        AttributeNames.NullValue,
        AttributeNames.MaxLength,
        AttributeNames.IsPersonalData,
    ];

    public static void CheckBranch(ProfileContext context, MarkedMember member, ParameterOptions options)
    {
        foreach (string option in OfValues)
        {
            if (options.Says(option))
            {
                Report(context, member, options, option, "its members are sent, not it; say it of them");
            }
        }

        if (options.Flatten && member.Parameter!.Argument is string)
        {
            Report(
                context,
                member,
                options,
                AttributeNames.Flatten,
                "drops the name that is given; leave one of them off"
            );
        }
    }

    public static bool Check(
        ProfileContext context,
        MarkedMember member,
        ParameterOptions options,
        ValueSpec value,
        EnumParser enums
    )
    {
        bool isSound = true;
        foreach ((string option, string reason) in Unsuitable(member, options, value))
        {
            Report(context, member, options, option, reason);
            isSound = false;
        }

        return NullValueRules.Check(context, member, options, value, enums) && isSound;
    }

    private static IEnumerable<(string Option, string Reason)> Unsuitable(
        MarkedMember member,
        ParameterOptions options,
        ValueSpec value
    )
    {
        bool isJoined = value is ListValue or TextListValue or FlagsValue;
        ValueSpec element = value is ListValue list ? list.Element : value;
        if (options.Flatten)
        {
            yield return (AttributeNames.Flatten, "it is one parameter and has no members to send; leave it off");
        }

        if (options.Says(AttributeNames.Separator) && !isJoined)
        {
            yield return (AttributeNames.Separator, "it is one value and joins nothing; leave it off");
        }

        if (element is ConvertedValue && options.Format is not null)
        {
            yield return (AttributeNames.Format, "its converter makes the text; leave it off");
        }

        if (element is ConvertedValue && options.Hash is not HashKind.None)
        {
            yield return (AttributeNames.Hash, "its converter makes the text; hash it there");
        }

        int room =
            element is HashedValue ? HashLength
            : element is PlainValue or FormattedValue && CollectionTypes.SentKind(member.Type) is { } kind
                ? FormatSamples.Shortest(kind, options.Format)?.Length ?? 1
            : 1;
        if (options.MaxLength < room)
        {
            string needed = room.ToString(CultureInfo.InvariantCulture);
            yield return (AttributeNames.MaxLength, $"it leaves no room for a value; make it at least {needed}");
        }
    }

    private static void Report(
        ProfileContext context,
        MarkedMember member,
        ParameterOptions options,
        string option,
        string reason
    ) => context.Report(OptionUnsuitable.Descriptor, options.Location(option), option, member.Title, reason);
}
