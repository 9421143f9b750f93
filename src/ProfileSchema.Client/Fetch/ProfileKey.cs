namespace ProfileSchema.Client;

/// <summary>The id by which a profile is fetched (ID-1, ID-2).</summary>
/// <remarks>Made by one of its factories, which judge the id; its text shows the kind and never the id (HTTP-2).</remarks>
public readonly struct ProfileKey : IEquatable<ProfileKey>
{
    private const string ThirdPartyIdKind = "thirdPartyId";
    private const string PcIdKind = "pcId";
    private const string ExperienceCloudIdKind = "marketingCloudVisitorId";

    private readonly string? _kind;

    private ProfileKey(string kind, string value, RejectionReason reason)
    {
        if (reason is not RejectionReason.None)
        {
            throw new ProfileValidationException(reason);
        }

        _kind = kind;
        Value = value;
    }

    /// <summary>The id itself. Personal data: keep it out of logs.</summary>
    public string? Value { get; }

    /// <summary>The path of the profile below the service's root, with the id percent-encoded, or null for no key.</summary>
    internal string? Path =>
        _kind switch
        {
            null => null,
            PcIdKind => $"/rest/v1/profiles/{Uri.EscapeDataString(Value!)}",
            _ => $"/rest/v1/profiles/{_kind}/{Uri.EscapeDataString(Value!)}",
        };

    /// <summary>The customer's own id, as in <c>thirdPartyId</c> and <c>mbox3rdPartyId</c>.</summary>
    /// <param name="id">At most 256 characters without <c>+</c>, <c>/</c> and control characters (ID-3, ID-4).</param>
    /// <exception cref="ProfileValidationException">It is no such id.</exception>
    public static ProfileKey ThirdPartyId(string id) =>
        new(ThirdPartyIdKind, id, ProfileKeyRules.Check(ProfileKeyKind.ThirdPartyId, id));

    /// <summary>Target's own id, as in <c>pcId</c> and <c>mboxPC</c>.</summary>
    /// <param name="id">Not blank, without control characters (ID-4).</param>
    /// <exception cref="ProfileValidationException">It is no such id.</exception>
    public static ProfileKey PcId(string id) => new(PcIdKind, id, ProfileKeyRules.Check(ProfileKeyKind.PcId, id));

    /// <summary>Target's own id as a reply gives it, or null if it is none that can be fetched by.</summary>
    internal static ProfileKey? FromReply(string? pcId) =>
        ProfileKeyRules.Check(ProfileKeyKind.PcId, pcId) is RejectionReason.None ? PcId(pcId!) : null;

    /// <summary>The Experience Cloud id, by which a profile can be fetched and not updated (ID-2).</summary>
    /// <param name="id">Not blank, without control characters (ID-4).</param>
    /// <exception cref="ProfileValidationException">It is no such id.</exception>
    public static ProfileKey ExperienceCloudId(string id) =>
        new(ExperienceCloudIdKind, id, ProfileKeyRules.Check(ProfileKeyKind.PcId, id));

    /// <summary>Whether two keys are equal.</summary>
    public static bool operator ==(ProfileKey left, ProfileKey right) => left.Equals(right);

    /// <summary>Whether two keys differ.</summary>
    public static bool operator !=(ProfileKey left, ProfileKey right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(ProfileKey other) =>
        string.Equals(_kind, other._kind, StringComparison.Ordinal)
        && string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ProfileKey other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_kind, Value);

    /// <summary>The kind of id; never the id.</summary>
    public override string ToString() => _kind ?? "no key";
}
