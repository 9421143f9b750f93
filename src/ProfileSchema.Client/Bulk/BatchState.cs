namespace ProfileSchema.Client;

/// <summary>Specifies how far the service has processed an accepted batch (STATUS-3).</summary>
public enum BatchState
{
    /// <summary>
    /// The service didn't report a known state, or no longer keeps the status: it keeps the last ten of an account, for 24 hours at most
    /// (STATUS-4).
    /// </summary>
    Unknown,

    /// <summary>Some rows haven't been processed yet.</summary>
    Incomplete,

    /// <summary>Every row was processed. Some may have failed.</summary>
    Complete,

    /// <summary>Processing stopped and won't continue.</summary>
    Stuck,
}
