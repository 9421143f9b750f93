namespace ProfileSchema.Client;

/// <summary>Identifies the profile to fetch (ID-1, ID-2). Create a key with one of the factory methods, which validate the id.</summary>
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

    /// <summary>Gets the id, or <see langword="null"/> for the default value. It is personal data; don't log it.</summary>
    public string? Value { get; }

    /// <summary>The path of the profile below the service's root, with the id percent-encoded, or null for no key.</summary>
    internal string? Path =>
        _kind switch
        {
            null => null,
            PcIdKind => $"/rest/v1/profiles/{Uri.EscapeDataString(Value!)}",
            _ => $"/rest/v1/profiles/{_kind}/{Uri.EscapeDataString(Value!)}",
        };

    /// <summary>Creates a key from the customer's own id (<c>thirdPartyId</c>, <c>mbox3rdPartyId</c>).</summary>
    /// <param name="id">An id of at most 256 characters other than <c>+</c>, <c>/</c> and control characters (ID-3, ID-4).</param>
    /// <returns>The key.</returns>
    /// <exception cref="ProfileValidationException"><paramref name="id"/> is not valid.</exception>
    public static ProfileKey ThirdPartyId(string id) =>
        new(ThirdPartyIdKind, id, ProfileKeyRules.Check(ProfileKeyKind.ThirdPartyId, id));

    /// <summary>Creates a key from Target's own id (<c>pcId</c>, <c>tntId</c>, <c>mboxPC</c>).</summary>
    /// <param name="id">An id that isn't blank and contains no control characters (ID-4).</param>
    /// <returns>The key.</returns>
    /// <exception cref="ProfileValidationException"><paramref name="id"/> is not valid.</exception>
    public static ProfileKey PcId(string id) => new(PcIdKind, id, ProfileKeyRules.Check(ProfileKeyKind.PcId, id));

    /// <summary>Target's own id as a reply gives it, or null if it is none that can be fetched by.</summary>
    internal static ProfileKey? FromReply(string? pcId) =>
        ProfileKeyRules.Check(ProfileKeyKind.PcId, pcId) is RejectionReason.None ? PcId(pcId!) : null;

    /// <summary>Creates a key from an Experience Cloud id (ECID). A profile can be fetched, but not updated, by it (ID-2).</summary>
    /// <param name="id">An id that isn't blank and contains no control characters (ID-4).</param>
    /// <returns>The key.</returns>
    /// <exception cref="ProfileValidationException"><paramref name="id"/> is not valid.</exception>
    public static ProfileKey ExperienceCloudId(string id) =>
        new(ExperienceCloudIdKind, id, ProfileKeyRules.Check(ProfileKeyKind.PcId, id));

    /// <summary>Determines whether two keys are equal.</summary>
    public static bool operator ==(ProfileKey left, ProfileKey right) => left.Equals(right);

    /// <summary>Determines whether two keys are different.</summary>
    public static bool operator !=(ProfileKey left, ProfileKey right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(ProfileKey other) =>
        string.Equals(_kind, other._kind, StringComparison.Ordinal)
        && string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ProfileKey other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_kind, Value);

    /// <summary>Returns the kind of id. The text never contains the id.</summary>
    public override string ToString() => _kind ?? "no key";
}
