namespace ProfileSchema.Emulator;

/// <summary>A profile as it was at the moment one looked. It does not change any more.</summary>
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

    /// <summary>Target's own id. Every profile has one.</summary>
    public string PcId { get; }

    /// <summary>The customer's id, if the profile has one.</summary>
    public string? ThirdPartyId { get; }

    /// <summary>The Experience Cloud id, if the profile has one.</summary>
    public string? ExperienceCloudId { get; }

    /// <summary>When an update was last applied, or when the profile was made.</summary>
    public DateTimeOffset ModifiedAt { get; }

    /// <summary>The attributes by name, without the prefix <c>profile.</c> (NAME-1).</summary>
    public IReadOnlyDictionary<string, StoredValue> Attributes { get; }

    /// <summary>The number of attributes; no id, no value (HTTP-2).</summary>
    public override string ToString() => $"Profile with {Attributes.Count} attributes";
}

/// <summary>An attribute of a profile.</summary>
/// <param name="Value">The value, decoded.</param>
/// <param name="ModifiedAt">When it was set: the moment at which the update was applied.</param>
/// <param name="CallNumber">The <see cref="ReceivedCall.Number"/> of the call that set it; 0 if the host program did.</param>
public readonly record struct StoredValue(string Value, DateTimeOffset ModifiedAt, long CallNumber)
{
    /// <summary>The origin alone: a value is personal data (HTTP-2).</summary>
    public override string ToString() => $"Attribute set by call {CallNumber}";
}
