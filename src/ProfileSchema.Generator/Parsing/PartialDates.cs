using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Which formats suit a date without a time, and a time without a date.</summary>
internal static class PartialDates
{
    private const string StandardOfDate = "dDmMoOrRyY";
    private const string StandardOfTime = "tToOrR";

    /// <summary>The specifiers that a date, or a time, doesn't support. The separators of the other are replaced by those of a culture.</summary>
    private const string OfTime = "hHmsfFtKz:";
    private const string OfDate = "dMygkKz/";

    public static bool Knows(ScalarKind kind, string format)
    {
        bool isDate = kind is ScalarKind.DateOnly;
        if (format.Length == 1)
        {
            return (isDate ? StandardOfDate : StandardOfTime).Contains(format);
        }

        return !Specifiers(format).Any((isDate ? OfTime : OfDate).Contains);
    }

    /// <summary>The characters of a custom format that are neither quoted nor escaped.</summary>
    private static IEnumerable<char> Specifiers(string format)
    {
        char quote = '\0';
        for (int i = 0; i < format.Length; i++)
        {
            char current = format[i];
            if (current == '\\')
            {
                i++;
            }
            else if (quote != '\0')
            {
                quote = current == quote ? '\0' : quote;
            }
            else if (current is '\'' or '"')
            {
                quote = current;
            }
            else
            {
                yield return current;
            }
        }
    }
}
