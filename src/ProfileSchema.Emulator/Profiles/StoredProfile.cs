namespace ProfileSchema.Emulator;

/// <summary>A snapshot of a profile, taken when it was asked for.</summary>
public sealed class StoredProfile
{
    internal StoredProfile(
        string pcId,
        string? thirdPartyId,
        string? experienceCloudId,
        DateTimeOffset modifiedAt,
        IReadOnlyDictionary<string, StoredValue> attributes
    )
    {
        PcId = pcId;
        ThirdPartyId = thirdPartyId;
        ExperienceCloudId = experienceCloudId;
        ModifiedAt = modifiedAt;
        Attributes = attributes;
    }

    /// <summary>Gets Target's own ID, which every profile has.</summary>
    public string PcId { get; }

    /// <summary>Gets the third-party ID, or null.</summary>
    public string? ThirdPartyId { get; }

    /// <summary>Gets the Experience Cloud ID, or null.</summary>
    public string? ExperienceCloudId { get; }

    /// <summary>Gets the time of the last update, or of the creation of the profile.</summary>
    public DateTimeOffset ModifiedAt { get; }

    /// <summary>Gets the attributes by name, without the prefix <c>profile.</c> (NAME-1).</summary>
    public IReadOnlyDictionary<string, StoredValue> Attributes { get; }

    /// <summary>Returns the number of attributes, without IDs and values (HTTP-2).</summary>
    public override string ToString() => $"Profile with {Attributes.Count} attributes";
}

/// <summary>An attribute of a profile.</summary>
/// <param name="Value">The decoded value.</param>
/// <param name="ModifiedAt">The time at which the update was applied.</param>
/// <param name="CallNumber">The <see cref="ReceivedCall.Number"/> of the call that set it, or 0 if the host program did.</param>
public readonly record struct StoredValue(string Value, DateTimeOffset ModifiedAt, long CallNumber)
{
    /// <summary>Returns the number of the call, without the value, which is personal data (HTTP-2).</summary>
    public override string ToString() => $"Attribute set by call {CallNumber}";
}
