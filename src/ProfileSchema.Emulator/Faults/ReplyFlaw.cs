namespace ProfileSchema.Emulator;

/// <summary>
/// What is wrong with a reply, or merely unusual. From <see cref="UnescapedAmpersand"/> on it concerns replies that are XML;
/// others stay as they are.
/// </summary>
public enum ReplyFlaw
{
    /// <summary>Half of it is missing, and the connection ends there.</summary>
    BrokenOff,

    /// <summary>Half of it is missing, and what came counts as complete.</summary>
    Truncated,

    /// <summary>Nothing but a head.</summary>
    Empty,

    /// <summary>The page of a proxy, with status 200.</summary>
    Html,

    /// <summary>Bytes that are no text in UTF-8.</summary>
    Garbage,

    /// <summary>A byte order mark goes before it.</summary>
    ByteOrderMark,

    /// <summary>An ampersand that begins no entity (BULK-4).</summary>
    UnescapedAmpersand,

    /// <summary>Elements and attributes that nobody knows (STATUS-2).</summary>
    UnknownElements,

    /// <summary>Names of elements begin with a capital.</summary>
    WrongCase,

    /// <summary>An XML declaration, and white space around every value (STATUS-2).</summary>
    WhiteSpace,

    /// <summary>A document type with an external entity, and a use of it (STATUS-7).</summary>
    ExternalEntity,

    /// <summary>Elements within elements, 100,000 deep (STATUS-7).</summary>
    Deep,

    /// <summary>More than 64 MB of white space in it (STATUS-7).</summary>
    Oversized,
}
