using System.Globalization;
using ProfileSchema.Generator.Diagnostics;
using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Checks that the options of an attribute suit the value of its member.</summary>
internal static class OptionRules
{
    /// <summary>The number of characters of a hash.</summary>
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

    public static void CheckNestedObject(ProfileContext context, AnnotatedMember member, ParameterOptions options)
    {
        foreach (string option in OfValues)
        {
            if (options.Sets(option))
            {
                Report(
                    context,
                    member,
                    options,
                    option,
                    "nested objects don't support this option; set it on the members"
                );
            }
        }

        if (options.Flatten && member.Parameter!.Argument is string)
        {
            Report(
                context,
                member,
                options,
                AttributeNames.Flatten,
                "it removes the name that is specified; remove the name or Flatten"
            );
        }
    }

    public static bool Check(
        ProfileContext context,
        AnnotatedMember member,
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
        AnnotatedMember member,
        ParameterOptions options,
        ValueSpec value
    )
    {
        bool isJoined = value is ListValue or TextListValue or FlagsValue;
        ValueSpec element = value is ListValue list ? list.Element : value;
        if (options.Flatten)
        {
            yield return (AttributeNames.Flatten, "the member isn't a nested object; remove the option");
        }

        if (options.Sets(AttributeNames.Separator) && !isJoined)
        {
            yield return (AttributeNames.Separator, "the member isn't a collection; remove the option");
        }

        if (element is ConvertedValue && options.Format is not null)
        {
            yield return (AttributeNames.Format, "the converter produces the text; remove the option");
        }

        if (element is ConvertedValue && options.Hash is not HashKind.None)
        {
            yield return (AttributeNames.Hash, "the converter produces the text; compute the hash in the converter");
        }

        int room =
            element is HashedValue ? HashLength
            : element is PlainValue or FormattedValue && CollectionTypes.SentKind(member.Type) is { } kind
                ? FormatSamples.Shortest(kind, options.Format)?.Length ?? 1
            : 1;
        if (options.MaxLength < room)
        {
            string needed = room.ToString(CultureInfo.InvariantCulture);
            yield return (AttributeNames.MaxLength, $"no value is short enough; use at least {needed}");
        }
    }

    private static void Report(
        ProfileContext context,
        AnnotatedMember member,
        ParameterOptions options,
        string option,
        string reason
    ) => context.Report(SchemaRules.OptionUnsuitable, options.Location(option), option, member.Title, reason);
}
