namespace ProfileSchema.Client;

/// <summary>How far the service is with a batch that it accepted (STATUS-3).</summary>
public enum BatchState
{
    /// <summary>
    /// The service does not say, or no longer: it keeps the last ten statuses of an account, for 24 hours at most (STATUS-4).
    /// </summary>
    Unknown,

    /// <summary>Not every row was processed yet.</summary>
    Incomplete,

    /// <summary>Every row was processed; some may have failed.</summary>
    Complete,

    /// <summary>Processing stopped and will not go on.</summary>
    Stuck,
}
