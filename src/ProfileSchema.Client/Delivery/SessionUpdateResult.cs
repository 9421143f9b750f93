namespace ProfileSchema.Client;

/// <summary>Represents the outcome of a session update.</summary>
public sealed class SessionUpdateResult
{
    /// <summary>
    /// Gets a value indicating whether the service accepted the update, which takes effect in the same call (DELIVERY-4). The value is
    /// <see langword="false"/> if the profile has no value, so that no call was made (VALUE-4).
    /// </summary>
    public bool IsSent { get; init; }

    /// <summary>
    /// Gets Target's own id of the visitor, which can be used to fetch the profile, or <see langword="null"/> if the response contains
    /// none, as for a beacon.
    /// </summary>
    public ProfileKey? PcId { get; init; }

    /// <summary>
    /// Gets the id that the service gave to the call, for Adobe's support, or <see langword="null"/> if the response contains none. It
    /// has at most 500 characters and no control characters.
    /// </summary>
    public string? RequestId { get; init; }

    /// <summary>Returns whether the update was sent. The text contains no id.</summary>
    public override string ToString() => IsSent ? "sent" : "nothing to send";
}
