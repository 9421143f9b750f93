namespace ProfileSchema.Client;

/// <summary>Represents the outcome of a single update.</summary>
public sealed class SingleUpdateResult
{
    /// <summary>
    /// Gets a value indicating whether the service accepted the update. It usually applies the update within an hour, at the latest
    /// within 24 hours, and only to a profile that exists (SINGLE-4, SINGLE-7). The value is <see langword="false"/> if the profile has
    /// no value, so that nothing was sent (SINGLE-8).
    /// </summary>
    public bool IsSubmitted { get; init; }

    /// <summary>
    /// Gets Target's own id of the profile, which can be used to fetch it, or <see langword="null"/> if the response contains none.
    /// </summary>
    public ProfileKey? PcId { get; init; }

    /// <summary>
    /// Gets the message from the service, at most 500 characters, with the data of the request removed (HTTP-2), or
    /// <see langword="null"/> if there was none. Don't log it.
    /// </summary>
    public string? ServiceMessage { get; init; }

    /// <summary>Returns whether the update was submitted. The text contains no id.</summary>
    public override string ToString() => IsSubmitted ? "submitted" : "nothing to send";
}
