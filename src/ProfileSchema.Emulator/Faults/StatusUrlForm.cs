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

    /// <summary>The URL is <c>http</c> at an edge host of Target.</summary>
    EdgeHost,
}

/// <summary>Specifies which of the two documented forms the status of a batch has (STATUS-2).</summary>
public enum StatusReplyForm
{
    /// <summary>The status contains the counts of the batch.</summary>
    Counts,

    /// <summary>The older form, with a <c>profile</c> element with <c>id</c> and <c>status</c> for each row.</summary>
    Profiles,
}

/// <summary>What the reply to an upload lacks of its status URL.</summary>
internal enum StatusUrlOmission
{
    None,

    /// <summary>The element is empty.</summary>
    Url,

    /// <summary>The element is missing.</summary>
    Element,
}
