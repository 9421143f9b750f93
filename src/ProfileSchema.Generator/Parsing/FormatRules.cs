using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Diagnostics;
using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Checks that a type supports a format, and that audiences can compare the text (VALUE-3).</summary>
internal static class FormatRules
{
    /// <summary>Whether the format can be used. A usable format whose text can't be compared is reported too.</summary>
    public static bool Check(
        ProfileContext context,
        AnnotatedMember member,
        ITypeSymbol type,
        ScalarKind kind,
        string? format
    )
    {
        if (format is null)
        {
            return true;
        }

        Location location = member.ArgumentLocation(member.Parameter, AttributeNames.Format);
        if (Obstacle(kind, format) is { } advice)
        {
            context.Report(SchemaRules.FormatUnusable, location, member.Title, type.ToMessage(), format, advice);
            return false;
        }

        if (FormatSamples.Oddity(kind, format) is { } oddity)
        {
            context.Report(SchemaRules.FormatUncomparable, location, member.Title, format, oddity);
        }

        return true;
    }

    private static string? Obstacle(ScalarKind kind, string format) =>
        kind is ScalarKind.Enum
            ? format is "D" or "d"
                ? null
                : "use D to send the number, or remove Format to send the name"
            : !kind.TakesFormat
                ? "remove Format"
                : FormatSamples.IsTooPrecise(format)
                    ? "use a precision of at most 99"
                    : FormatSamples.IsKnown(kind, format)
                        ? null
                        : "use a format that the type supports";
}
