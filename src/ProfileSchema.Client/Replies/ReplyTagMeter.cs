namespace ProfileSchema.Client.Replies;

/// <summary>
/// Measures each tag. An XML reader holds a tag as a whole and compares its attributes with each other, so that one tag
/// as long as a reply may be would take a gigabyte and minutes. (STATUS-7)
/// </summary>
internal struct ReplyTagMeter
{
    private int _length;
    private char _quote;

    /// <summary>A tag that begins within another is an error for the XML reader to find.</summary>
    public void Begin()
    {
        _length = 1;
        _quote = '\0';
    }

    /// <exception cref="ReplyTooLargeException">The tag is longer than tags are.</exception>
    public void Pass(char c)
    {
        if (_length == 0)
        {
            return;
        }

        if (c == '>' && _quote == '\0')
        {
            _length = 0;
            return;
        }

        if (c is '"' or '\'' && (_quote == '\0' || _quote == c))
        {
            _quote = _quote == c ? '\0' : c;
        }

        if (++_length > ReplyLimits.MaxTagLength)
        {
            throw new ReplyTooLargeException(
                $"A tag of the reply is longer than {ReplyLimits.MaxTagLength} characters (STATUS-7)."
            );
        }
    }
}
