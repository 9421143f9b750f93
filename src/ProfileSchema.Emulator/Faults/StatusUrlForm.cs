namespace ProfileSchema.Emulator;

/// <summary>How the reply to a batch gives its status URL (BULK-4, STATUS-6).</summary>
public enum StatusUrlForm
{
    /// <summary>The emulator's address, the ampersand as it is: what the service does.</summary>
    Unescaped,

    /// <summary>The ampersand as <c>&amp;amp;</c>, as XML asks for it.</summary>
    Escaped,

    /// <summary>With <c>mboxPC</c> as a further parameter.</summary>
    MoreParameters,

    /// <summary>Plain <c>http</c> at port 9 of the same host, where nobody listens.</summary>
    OtherPort,

    /// <summary>Plain <c>http</c> at an edge host of Target.</summary>
    EdgeHost,

    /// <summary>A host that is not Target's, although its name ends alike.</summary>
    ForeignHost,

    /// <summary>An element without text.</summary>
    Empty,

    /// <summary>No element at all.</summary>
    Missing,
}

/// <summary>The two forms in which the status of a batch is documented (STATUS-2).</summary>
public enum StatusReplyForm
{
    /// <summary>The batch as a whole, with counts.</summary>
    Counts,

    /// <summary>The older form: a <c>profile</c> element with <c>id</c> and <c>status</c> for each row.</summary>
    Profiles,
}
