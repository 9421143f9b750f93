using System.Globalization;
using System.Text;

namespace ProfileSchema.Generator.Parsing;

/// <summary>The namings of <c>ProfileNaming</c>, with the same values.</summary>
internal enum NamingPolicy
{
    CamelCase,
    SnakeCase,
    AsDeclared,
}

/// <summary>Turns declared names into names on the wire, with the same results as the JSON naming policies of .NET.</summary>
internal static class NamingPolicies
{
    private enum Previous
    {
        Nothing,
        Upper,
        LowerOrDigit,
    }

    extension(NamingPolicy policy)
    {
        public string Apply(string name) =>
            policy switch
            {
                NamingPolicy.CamelCase => CamelCase(name),
                NamingPolicy.SnakeCase => SnakeCase(name),
                _ => name,
            };
    }

    /// <summary>Lowers the first letter, and a run of capitals up to the one that begins the next word.</summary>
    private static string CamelCase(string name)
    {
        if (name.Length == 0 || !char.IsUpper(name[0]))
        {
            return name;
        }

        char[] characters = name.ToCharArray();
        for (int i = 0; i < characters.Length; i++)
        {
            bool beginsNextWord = i > 0 && i + 1 < characters.Length && !char.IsUpper(characters[i + 1]);
            if ((i == 1 && !char.IsUpper(characters[i])) || beginsNextWord)
            {
                break;
            }

            characters[i] = char.ToLowerInvariant(characters[i]);
        }

        return new string(characters);
    }

    /// <summary>Words end where capitals begin, and before the last of a run of capitals if a small letter follows it.</summary>
    private static string SnakeCase(string name)
    {
        var result = new StringBuilder(name.Length + 8);
        Previous previous = Previous.Nothing;
        for (int i = 0; i < name.Length; i++)
        {
            char current = name[i];
            switch (char.GetUnicodeCategory(current))
            {
                case UnicodeCategory.UppercaseLetter:
                    bool endsRun = previous is Previous.Upper && i + 1 < name.Length && char.IsLower(name[i + 1]);
                    if (previous is Previous.LowerOrDigit || endsRun)
                    {
                        result.Append('_');
                    }

                    result.Append(char.ToLowerInvariant(current));
                    previous = Previous.Upper;
                    break;
                case UnicodeCategory.LowercaseLetter:
                case UnicodeCategory.DecimalDigitNumber:
                    result.Append(current);
                    previous = Previous.LowerOrDigit;
                    break;
                default:
                    result.Append(current);
                    previous = Previous.Nothing;
                    break;
            }
        }

        return result.ToString();
    }
}
