using System.Text;

namespace ProfileSchema.Generator.Parsing;

/// <summary>Splits a name into its words.</summary>
internal static class NameWords
{
    /// <summary>The words in lower case, a space between two: <c>HomeEMail</c> and <c>home.e_mail</c> are <c>home e mail</c>.</summary>
    public static string Of(string name)
    {
        var words = new StringBuilder(name.Length + 8);
        for (int i = 0; i < name.Length; i++)
        {
            char current = name[i];
            bool isWord = char.IsLetter(current);
            bool begins =
                char.IsUpper(current)
                && i > 0
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if ((begins || !isWord) && words.Length > 0 && words[words.Length - 1] != ' ')
            {
                words.Append(' ');
            }

            if (isWord)
            {
                words.Append(char.ToLowerInvariant(current));
            }
        }

        return words.ToString().TrimEnd();
    }
}
