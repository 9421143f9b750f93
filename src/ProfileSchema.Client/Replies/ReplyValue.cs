using System.Globalization;

namespace ProfileSchema.Client.Replies;

/// <summary>
/// The text of one element of a reply, without white space around it. What is empty, or is not what it should be, is
/// null, as if the element were not there.
/// </summary>
/// <param name="text">The text, or its beginning.</param>
/// <param name="isCut">Whether there was more of it than is kept.</param>
internal readonly struct ReplyValue(string text, bool isCut)
{
    private const char ReplacementCharacter = '\uFFFD';

    public static ReplyValue Nothing { get; } = new("", isCut: false);

    /// <summary>For people to read: its beginning will do, and so will a mark where bytes were no UTF-8.</summary>
    public string? Message => text.Length == 0 ? null : text;

    /// <summary>
    /// An address, to be judged as it came: a mark where bytes were no UTF-8 stays, so that it is refused and reported
    /// and not passed over (STATUS-6).
    /// </summary>
    public string? Address => isCut ? null : Message;

    /// <summary>A word or an id; a damaged or shortened one would be another one.</summary>
    public string? Word => text.Contains(ReplacementCharacter) ? null : Address;

    public bool? Boolean
    {
        get
        {
            if (isCut)
            {
                return null;
            }

            if (text.Equals("true", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }

            return text.Equals("false", StringComparison.OrdinalIgnoreCase) ? false : null;
        }
    }

    public long? Count =>
        !isCut && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long count) ? count : null;
}
