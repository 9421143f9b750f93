namespace ProfileSchema.Client;

/// <summary>Specifies the outcome of sending a batch file, or of one attempt to send it.</summary>
public enum BatchOutcome
{
    /// <summary>No outcome was set. A bulk update never reports this value.</summary>
    Unknown = 0,

    /// <summary>The service accepted the file; the status of the batch reports the outcome of its rows (BULK-3).</summary>
    Accepted,

    /// <summary>The service responded that it doesn't accept the file.</summary>
    Declined,

    /// <summary>The file was sent, but no response tells whether the service accepted it (BULK-7).</summary>
    Unconfirmed,

    /// <summary>The file was never sent completely, so the service can't have accepted it.</summary>
    NotSent,
}
