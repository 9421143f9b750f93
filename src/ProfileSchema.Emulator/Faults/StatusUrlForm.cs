namespace ProfileSchema.Emulator;

/// <summary>Specifies the form of the status URL in the reply to an upload (BULK-4, STATUS-6).</summary>
public enum StatusUrlForm
{
    /// <summary>The emulator's address with an unescaped ampersand, as the service sends it.</summary>
    Unescaped,

    /// <summary>The ampersand is <c>&amp;amp;</c>, as XML requires.</summary>
    Escaped,

    /// <summary>The URL has <c>mboxPC</c> as an additional parameter.</summary>
    MoreParameters,

    /// <summary>The URL is <c>http</c> at port 9 of the same host, where no server listens.</summary>
    OtherPort,

    /// <summary>The URL is <c>http</c> at an edge host of Target.</summary>
    EdgeHost,

    /// <summary>The host isn't one of Target's, although its name has a similar ending.</summary>
    ForeignHost,

    /// <summary>The element is empty.</summary>
    Empty,

    /// <summary>The element is missing.</summary>
    Missing,
}

/// <summary>Specifies which of the two documented forms the status of a batch has (STATUS-2).</summary>
public enum StatusReplyForm
{
    /// <summary>The status contains the counts of the batch.</summary>
    Counts,

    /// <summary>The older form, with a <c>profile</c> element with <c>id</c> and <c>status</c> for each row.</summary>
    Profiles,
}
