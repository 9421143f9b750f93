using Microsoft.CodeAnalysis;
using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Guesses by a name whether a value is personal data.</summary>
internal static class PersonalData
{
    public const string EmailAddress = "an email address";
    public const string PhoneNumber = "a phone number";

    /// <summary>The last words of names, and the kind of data that they suggest.</summary>
    private static readonly (string Words, string Kind)[] Suggestions =
    [
        ("e mail", EmailAddress),
        ("email", EmailAddress),
        ("mail address", EmailAddress),
        ("mail", EmailAddress),
        ("phone", PhoneNumber),
        ("telephone", PhoneNumber),
        ("cellphone", PhoneNumber),
        ("cell", PhoneNumber),
        ("mobile number", PhoneNumber),
        ("msisdn", PhoneNumber),
        ("ssn", "a national ID"),
        ("social security", "a national ID"),
        ("personnummer", "a national ID"),
        ("personal number", "a national ID"),
        ("personal id", "a national ID"),
        ("identity number", "a national ID"),
        ("national id", "a national ID"),
        ("tax id", "a national ID"),
        ("fodselsnummer", "a national ID"),
        ("fødselsnummer", "a national ID"),
        ("henkilotunnus", "a national ID"),
        ("passport", "a passport number"),
        ("card number", "a card number"),
        ("credit card", "a card number"),
        ("iban", "a bank account"),
        ("bank account", "a bank account"),
        ("account number", "a bank account"),
        ("first name", "a name"),
        ("last name", "a name"),
        ("full name", "a name"),
        ("surname", "a name"),
        ("ip address", "an IP address"),
    ];

    /// <summary>The last words of names that suggest a date of birth.</summary>
    private static readonly string[] Births =
    [
        "birth date",
        "birthdate",
        "birth day",
        "birthday",
        "date of birth",
        "dob",
        "born",
        "born on",
    ];

    /// <summary>The first words of names of counts.</summary>
    private static readonly string[] Counts = ["number of ", "count of ", "total "];

    /// <summary>Things, not people, that have a full name.</summary>
    private static readonly HashSet<string> Things = new(StringComparer.Ordinal)
    {
        "brand",
        "campaign",
        "category",
        "city",
        "club",
        "company",
        "country",
        "hotel",
        "organization",
        "product",
        "region",
        "shop",
        "store",
        "team",
    };

    /// <summary>Words that can follow without changing what a name suggests.</summary>
    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "address",
        "addresses",
        "number",
        "numbers",
        "no",
        "nr",
        "value",
        "text",
    };

    /// <summary>The kind of personal data that a name and a type suggest, or null.</summary>
    public static string? SuggestedBy(string name, ITypeSymbol type)
    {
        ScalarKind? kind = CollectionTypes.SentKind(type);
        if (kind is ScalarKind.Boolean or ScalarKind.Enum)
        {
            return null;
        }

        string words = NameWords.Of(name);
        bool isDate = kind is ScalarKind.DateTime or ScalarKind.DateTimeOffset or ScalarKind.DateOnly;
        if ((isDate || kind is ScalarKind.String) && Array.Exists(Births, birth => EndsWith(words, birth)))
        {
            return "a date of birth";
        }

        if (kind is { } known && known is not ScalarKind.String && !known.IsInteger)
        {
            return null;
        }

        if (IsCount(words, kind) || IsNameOfThing(words))
        {
            return null;
        }

        for (string rest = words; rest.Length > 0; rest = WithoutFiller(rest))
        {
            foreach ((string ending, string what) in Suggestions)
            {
                if (EndsWith(rest, ending))
                {
                    return what;
                }
            }
        }

        return null;
    }

    /// <summary>Whether a value is a count: a number with a name in the plural, or with a name that begins like a count.</summary>
    private static bool IsCount(string words, ScalarKind? kind) =>
        (kind is { IsInteger: true } && words.EndsWith("s", StringComparison.Ordinal))
        || Array.Exists(Counts, count => words.StartsWith(count, StringComparison.Ordinal));

    private static bool IsNameOfThing(string words) =>
        words.EndsWith(" full name", StringComparison.Ordinal)
        && words.Split(' ') is { Length: > 2 } all
        && Things.Contains(all[all.Length - 3]);

    private static bool EndsWith(string words, string ending) =>
        EndsWith(words, words.Length, ending)
        || (words.EndsWith("s", StringComparison.Ordinal) && EndsWith(words, words.Length - 1, ending));

    /// <summary>Whether so much of a text ends with whole words. Every member is compared with each of them, so nothing is allocated.</summary>
    private static bool EndsWith(string words, int length, string ending)
    {
        int start = length - ending.Length;
        return start >= 0
            && string.CompareOrdinal(words, start, ending, 0, ending.Length) == 0
            && (start == 0 || words[start - 1] == ' ');
    }

    private static string WithoutFiller(string words)
    {
        int last = words.LastIndexOf(' ');
        return last > 0 && Fillers.Contains(words.Substring(last + 1)) ? words.Substring(0, last) : "";
    }
}
