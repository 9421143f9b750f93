using ProfileSchema.Generator.Diagnostics;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Checks the character that joins the elements of a collection (VALUE-5).</summary>
internal static class SeparatorRules
{
    /// <param name="element">The text of an element, or null if the elements have no punctuation in common.</param>
    public static bool Check(
        ProfileContext context,
        AnnotatedMember member,
        ParameterOptions options,
        string? element = null
    )
    {
        char separator = options.Separator;
        string? flaw =
            char.IsSurrogate(separator) ? "an unpaired surrogate"
            : char.IsLetterOrDigit(separator) ? "a letter or digit, which values contain"
            : separator == '\0' ? "not a visible character"
            : element?.IndexOf(separator) >= 0 ? $"part of every value, as in {element}"
            : null;
        if (flaw is null)
        {
            return true;
        }

        string title = char.IsSurrogate(separator) || separator == '\0' ? "" : $" '{separator}'";
        context.Report(
            SchemaRules.SeparatorUnusable,
            options.Location(AttributeNames.Separator),
            title,
            member.Title,
            flaw
        );
        return false;
    }
}
