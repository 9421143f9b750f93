namespace ProfileSchema.Client;

/// <summary>What became of a session update.</summary>
/// <param name="isSent">Whether there was anything to send.</param>
/// <param name="pcId">The id that Target has for the visitor, if the reply gave it.</param>
/// <param name="requestId">The service's own name for the call.</param>
public sealed class SessionUpdateResult(bool isSent, ProfileKey? pcId = null, string? requestId = null)
{
    /// <summary>
    /// True if the service took the update, which holds from that call on (DELIVERY-4). False if there was nothing to send, because
    /// the profile has no value (VALUE-4); no call was made.
    /// </summary>
    public bool IsSent { get; } = isSent;

    /// <summary>
    /// The id that Target has for the visitor, to fetch the profile by; null if the reply gave none, as to a beacon. Its text shows
    /// no id.
    /// </summary>
    public ProfileKey? PcId { get; } = pcId;

    /// <summary>
    /// The service's own name for the call, to be given to Adobe's support, if the reply gave it: at most 500 characters, without
    /// control characters.
    /// </summary>
    public string? RequestId { get; } = requestId;

    /// <summary>Whether it was sent; no id.</summary>
    public override string ToString() => IsSent ? "sent" : "nothing to send";
}
