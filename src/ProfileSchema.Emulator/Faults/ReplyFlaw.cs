namespace ProfileSchema.Emulator;

/// <summary>
/// Specifies what is malformed or unusual in a reply. <see cref="UnescapedAmpersand"/> and the values after it change XML replies
/// only.
/// </summary>
public enum ReplyFlaw
{
    /// <summary>The reply ends in the middle, and the connection is closed.</summary>
    BrokenOff,

    /// <summary>The reply ends in the middle, with a matching length.</summary>
    Truncated,

    /// <summary>The reply has headers but no body.</summary>
    Empty,

    /// <summary>The reply is an HTML page of a proxy, with status 200.</summary>
    Html,

    /// <summary>The body begins with a byte order mark.</summary>
    ByteOrderMark,

    /// <summary>The body contains an unescaped ampersand (BULK-4).</summary>
    UnescapedAmpersand,

    /// <summary>The body contains unknown elements and attributes (STATUS-2).</summary>
    UnknownElements,

    /// <summary>The names of elements begin with a capital letter.</summary>
    WrongCase,

    /// <summary>The body has an XML declaration and white space around every value (STATUS-2).</summary>
    WhiteSpace,
}

/// <summary>A reply that no service sends by accident (STATUS-7).</summary>
internal enum HostileReply
{
    /// <summary>The body is not valid UTF-8.</summary>
    Garbage,

    /// <summary>The body declares and uses an external entity.</summary>
    ExternalEntity,

    /// <summary>The body has elements that are nested 100,000 deep.</summary>
    Deep,

    /// <summary>The body contains more than 64 MB of white space.</summary>
    Oversized,
}
