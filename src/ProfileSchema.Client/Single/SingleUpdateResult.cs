namespace ProfileSchema.Client;

/// <summary>What became of a single update.</summary>
/// <param name="isSubmitted">Whether the service took it.</param>
/// <param name="pcId">The id that Target has for the profile, if the reply gave it.</param>
/// <param name="serviceMessage">The service's own words, cleaned.</param>
public sealed class SingleUpdateResult(bool isSubmitted, ProfileKey? pcId = null, string? serviceMessage = null)
{
    /// <summary>
    /// True if the service took the update: it applies it within an hour as a rule, within 24 hours at the latest, and only
    /// to a profile that exists (SINGLE-4, SINGLE-7). False if there was nothing to send, because the profile has no value
    /// (SINGLE-8).
    /// </summary>
    public bool IsSubmitted { get; } = isSubmitted;

    /// <summary>The id that Target has for the profile, to fetch it by; null if the reply gave none. Its text shows no id.</summary>
    public ProfileKey? PcId { get; } = pcId;

    /// <summary>The service's own words: at most 500 characters, without what the request carried (HTTP-2).</summary>
    public string? ServiceMessage { get; } = serviceMessage;

    /// <summary>Whether it was submitted; no id.</summary>
    public override string ToString() => IsSubmitted ? "submitted" : "nothing to send";
}
