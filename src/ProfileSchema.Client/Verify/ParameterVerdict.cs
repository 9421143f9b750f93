namespace ProfileSchema.Client;

/// <summary>Specifies how a parameter that was sent compares with the fetched profile.</summary>
public enum ParameterVerdict
{
    /// <summary>No verdict was set. A verification never reports this value.</summary>
    Unknown = 0,

    /// <summary>The profile has the value that was sent.</summary>
    Equal,

    /// <summary>The profile has another value.</summary>
    Different,

    /// <summary>The profile has no such attribute.</summary>
    Missing,

    /// <summary>
    /// The profile has another value or none, but was last changed before the update was sent: the update isn't applied yet, or the fetch
    /// lags behind it (SINGLE-7, FETCH-3).
    /// </summary>
    NotYet,
}
