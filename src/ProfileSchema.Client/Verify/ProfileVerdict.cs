namespace ProfileSchema.Client;

/// <summary>How a profile of a sample compares with the one that was fetched.</summary>
public enum ProfileVerdict
{
    /// <summary>No verdict was set. A verification never reports this value.</summary>
    Unknown = 0,

    /// <summary>Every parameter that was sent has the value that was sent.</summary>
    Equal,

    /// <summary>A parameter has another value, or is missing, though the profile was changed since.</summary>
    Different,

    /// <summary>What differs was last changed before the update was sent (FETCH-3): ask again later.</summary>
    NotYet,

    /// <summary>The service has no profile of this key (FETCH-2): single updates and v1 batches make none (SINGLE-4, BULK-1).</summary>
    NotFound,

    /// <summary>The profile has no value, so that nothing of it was sent (VALUE-4); it was not fetched.</summary>
    Empty,

    /// <summary>The profile breaks a rule, so that it was not sent; it was not fetched.</summary>
    Rejected,

    /// <summary>The service did not answer the fetch with a profile, in all its attempts.</summary>
    Unanswered,
}
