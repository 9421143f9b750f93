namespace ProfileSchema.Client.Replies;

/// <summary>
/// Repairs the markup of a reply before the XML reader reads it: a <c>&amp;</c> that begins no entity is text (BULK-4), and
/// so is a <c>&lt;</c> that begins no markup. Works on a part of the reply at a time.
/// </summary>
/// <remarks>
/// Comments and processing instructions are left out here, the XML declaration among them: an asynchronous XML reader
/// that is told to ignore them calls itself for each, and a reply full of them would end the process. CDATA becomes
/// text, which the reader, unlike CDATA, gives in parts (STATUS-7).
/// </remarks>
internal sealed class ReplyMarkup
{
    /// <summary>One character becomes at most these many: <c>&amp;amp;</c>.</summary>
    public const int MaxGrowth = 5;

    /// <summary>Fewer characters than these are left for the next part: what follows decides about them.</summary>
    public const int Lookahead = 16;

    private static readonly Section[] Sections =
    [
        new("<![CDATA[", "]]>", IsText: true),
        new("<!--", "-->", IsText: false),
        new("<?", "?>", IsText: false),
    ];

    /// <summary>The section that is open.</summary>
    private Section? _section;
    private ReplyTagMeter _tag;

    /// <summary>Repairs as much of the input as can be decided, and returns how many characters that was.</summary>
    /// <param name="isLast">Whether nothing follows the input.</param>
    /// <param name="output">Holds <see cref="MaxGrowth"/> times the input.</param>
    public int Repair(ReadOnlySpan<char> input, bool isLast, Span<char> output, out int written)
    {
        written = 0;
        int read = 0;
        while (read < input.Length && (isLast || input.Length - read >= Lookahead))
        {
            ReadOnlySpan<char> repaired = RepairNext(input[read..], out int taken);
            repaired.CopyTo(output[written..]);
            written += repaired.Length;
            read += taken;
        }

        return read;
    }

    /// <summary>What the next character, or the mark of a section, becomes.</summary>
    private ReadOnlySpan<char> RepairNext(ReadOnlySpan<char> rest, out int taken)
    {
        taken = 1;
        if (_section is { } section)
        {
            if (rest.StartsWith(section.Close))
            {
                taken = section.Close.Length;
                _section = null;
                return [];
            }

            return section.IsText ? Escape(rest) : [];
        }

        if (rest[0] == '<' && SectionAt(rest) is { } opened)
        {
            taken = opened.Open.Length;
            _section = opened;
            return [];
        }

        if (rest[0] == '<')
        {
            if (!BeginsMarkup(rest))
            {
                return "&lt;";
            }

            _tag.Begin();
            return rest[..1];
        }

        _tag.Pass(rest[0]);
        return rest[0] == '&' && !ReplyEntity.Begins(rest) ? "&amp;" : rest[..1];
    }

    /// <summary>The next character as text.</summary>
    private static ReadOnlySpan<char> Escape(ReadOnlySpan<char> rest) =>
        rest[0] switch
        {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            _ => rest[..1],
        };

    private static Section? SectionAt(ReadOnlySpan<char> rest)
    {
        foreach (Section section in Sections)
        {
            if (rest.StartsWith(section.Open))
            {
                return section;
            }
        }

        return null;
    }

    private static bool BeginsMarkup(ReadOnlySpan<char> rest) =>
        rest.Length > 1 && (rest[1] is '/' or '!' or '_' or ':' || char.IsLetter(rest[1]));

    /// <summary>Up to its end an ampersand stands for itself, and a tag is no tag.</summary>
    private sealed record Section(string Open, string Close, bool IsText);
}
