namespace ProfileSchema.Client;

/// <summary>Specifies how a profile of a sample compares with the fetched profile.</summary>
public enum ProfileVerdict
{
    /// <summary>No verdict was set. A verification never reports this value.</summary>
    Unknown = 0,

    /// <summary>Every parameter has the value that was sent.</summary>
    Equal,

    /// <summary>A parameter is different or missing, although the profile was changed since it was sent.</summary>
    Different,

    /// <summary>The parameters that differ were last changed before the update was sent (FETCH-3). Verify again later.</summary>
    NotYet,

    /// <summary>
    /// The service has no profile with this key (FETCH-2). Single updates and v1 batches don't create profiles (SINGLE-4, BULK-1).
    /// </summary>
    NotFound,

    /// <summary>The profile has no value, so that nothing was sent (VALUE-4). It was not fetched.</summary>
    Empty,

    /// <summary>A value of the profile isn't valid, so that it was not sent. It was not fetched.</summary>
    Rejected,

    /// <summary>The profile couldn't be fetched, in all attempts.</summary>
    Unanswered,
}
