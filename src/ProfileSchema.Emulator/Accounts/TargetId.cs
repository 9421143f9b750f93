namespace ProfileSchema.Emulator;

/// <summary>Which of a profile's ids is meant (ID-1, ID-2).</summary>
public enum TargetIdKind
{
    /// <summary>Target's own id: <c>mboxPC</c>, <c>pcId</c>, tntId.</summary>
    PcId,

    /// <summary>The customer's id: <c>mbox3rdPartyId</c>, <c>thirdPartyId</c>.</summary>
    ThirdPartyId,

    /// <summary>The Experience Cloud id, for fetches only: <c>marketingCloudVisitorId</c>.</summary>
    ExperienceCloudId,
}

/// <summary>An id under which a profile is found.</summary>
/// <param name="Kind">Which id it is.</param>
/// <param name="Value">The id, decoded. Case-sensitive (URL-4).</param>
public readonly record struct TargetId(TargetIdKind Kind, string Value)
{
    /// <summary>Target's own id.</summary>
    public static TargetId PcId(string value) => new(TargetIdKind.PcId, value);

    /// <summary>The customer's id.</summary>
    public static TargetId ThirdPartyId(string value) => new(TargetIdKind.ThirdPartyId, value);

    /// <summary>The Experience Cloud id.</summary>
    public static TargetId ExperienceCloudId(string value) => new(TargetIdKind.ExperienceCloudId, value);

    /// <summary>The kind alone: an id is personal data (HTTP-2).</summary>
    public override string ToString() => Kind.ToString();
}
