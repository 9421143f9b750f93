using ProfileSchema.Generator.Diagnostics;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Checks the character that joins the elements of a collection (VALUE-5).</summary>
internal static class SeparatorRules
{
    public static bool Check(ProfileContext context, MarkedMember member, ParameterOptions options)
    {
        char separator = options.Separator;
        string? flaw =
            char.IsSurrogate(separator) ? "half of a surrogate pair"
            : char.IsLetterOrDigit(separator) ? "a letter or a digit, which elements hold"
            : separator == '\0' ? "no character that can be seen"
            : null;
        if (flaw is null)
        {
            return true;
        }

        string title = char.IsSurrogate(separator) || separator == '\0' ? "" : $" '{separator}'";
        context.Report(
            SeparatorUnusable.Descriptor,
            options.Location(AttributeNames.Separator),
            title,
            member.Title,
            flaw
        );
        return false;
    }
}
